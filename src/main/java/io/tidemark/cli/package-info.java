/** The command line, by scopt; the only place that knows it. Takes a command line apart into a {@code Request} and understands none of it. */
package io.tidemark.cli;
