package dev.lodestone.platform.sql;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Independent statements of one connection: they are sent one after the other without waiting for answers, and
 * the database runs them in this order, so that each sees the effects of the ones before.
 *
 * <p>A step that sends a second statement only after the answer to its first gets behind the steps that follow it.
 */
public final class Pipeline {
    private Pipeline() {}

    /** Sends the statements of {@code steps}; fails with the first failure when all are answered. */
    public static Uni<Void> of(Uni<?>... steps) {
        return Uni.combine()
                .all()
                .unis(List.of(steps))
                .collectFailures()
                .discardItems()
                .onFailure()
                .transform(Pipeline::cause);
    }

    /** Sends the statements of {@code first} and {@code second}, and combines their answers. */
    public static <A, B, R> Uni<R> both(Uni<A> first, Uni<B> second, BiFunction<A, B, R> union) {
        return Uni.combine()
                .all()
                .unis(first, second)
                .collectFailures()
                .with(union)
                .onFailure()
                .transform(Pipeline::cause);
    }

    /** The first failure: after it the database rejects all other statements of the transaction. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompositeException all ? all.getCauses().getFirst() : failure;
    }
}
