/**
 * Models brought along, applied to applicants: ONNX files and MLlib pipelines become columns like any other.
 *
 * <p>Open {@code Scoring} first.
 */
package io.tidemark.spark.score;
