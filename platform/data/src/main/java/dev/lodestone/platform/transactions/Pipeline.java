package dev.lodestone.platform.transactions;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Statements of one connection that need nothing of each other's answers: they are sent one behind the other without a wait in between, and
 * the database runs them in this order, each seeing what those before it did.
 *
 * <p>A step that sends a second statement only after the answer to its first gets behind the steps that follow it.
 */
public final class Pipeline {
    private Pipeline() {}

    /** Sends what {@code steps} send; fails with the first failure once all are answered. */
    public static Uni<Void> of(Uni<?>... steps) {
        return Uni.combine()
                .all()
                .unis(List.of(steps))
                .collectFailures()
                .discardItems()
                .onFailure()
                .transform(Pipeline::cause);
    }

    /** Sends what {@code first} and {@code second} send, and makes one of their answers. */
    public static <A, B, R> Uni<R> both(Uni<A> first, Uni<B> second, BiFunction<A, B, R> union) {
        return Uni.combine()
                .all()
                .unis(first, second)
                .collectFailures()
                .with(union)
                .onFailure()
                .transform(Pipeline::cause);
    }

    /** The failure to blame: after it the database refuses whatever else the transaction sends. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompositeException all ? all.getCauses().getFirst() : failure;
    }
}
