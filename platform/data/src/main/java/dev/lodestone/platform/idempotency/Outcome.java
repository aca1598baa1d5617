package dev.lodestone.platform.idempotency;

import dev.lodestone.platform.problem.ProblemException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The outcome of one request of a batch: a refusal is a value, so that it does not affect the other requests. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(ProblemException problem) implements Outcome<T> {}

    /** Runs an action that may break a rule; other failures pass through. */
    static <T> Outcome<T> of(Supplier<T> attempt) {
        try {
            return new Done<>(attempt.get());
        } catch (ProblemException refusal) {
            return new Refused<>(refusal);
        }
    }

    default Optional<T> done() {
        return switch (this) {
            case Done<T> done -> Optional.of(done.value());
            case Refused<T> ignored -> Optional.empty();
        };
    }

    default <R> Outcome<R> map(Function<T, R> change) {
        return switch (this) {
            case Done<T> done -> new Done<>(change.apply(done.value()));
            case Refused<T> refused -> new Refused<>(refused.problem());
        };
    }

    /** @throws ProblemException if it was refused */
    default T orThrow() {
        return switch (this) {
            case Done<T> done -> done.value();
            case Refused<T> refused -> throw refused.problem();
        };
    }
}
