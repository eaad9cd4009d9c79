package io.tidemark.model;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.Function;

/** A figure, or why there is none; never a NaN. */
public sealed interface Figure<T> extends Serializable {
    record Known<T>(T value) implements Figure<T> {}

    /** There is no figure, and why. */
    record Undefined<T>(String reason) implements Figure<T> {}

    static <T> Figure<T> of(T value) {
        return new Known<>(value);
    }

    static <T> Figure<T> undefined(String reason) {
        return new Undefined<>(reason);
    }

    /** The figure, where there is one. */
    default Optional<T> known() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /** Why there is none, where that is so. */
    default Optional<String> whyNot() {
        return this instanceof Undefined<T> undefined ? Optional.of(undefined.reason()) : Optional.empty();
    }

    /** What follows from the figure; undefined for the same reason where it is. */
    default <R> Figure<R> map(Function<T, R> function) {
        return then(value -> of(function.apply(value)));
    }

    /** What follows from the figure, which may be undefined for a reason of its own. */
    default <R> Figure<R> then(Function<T, Figure<R>> function) {
        return this instanceof Known<T> known
                ? function.apply(known.value())
                : undefined(((Undefined<T>) this).reason());
    }
}
