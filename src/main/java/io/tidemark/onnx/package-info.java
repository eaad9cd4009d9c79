/**
 * Models in ONNX's format: what they take, what they give, and what they say of one applicant. The only package that imports ONNX Runtime, which
 * need not be there: {@link io.tidemark.onnx.OnnxRuntime} says whether it is, and is to be asked before anything else is.
 *
 * <p>Knows nothing of Spark, tables or configuration. Open {@code OnnxModel} first.
 */
package io.tidemark.onnx;
