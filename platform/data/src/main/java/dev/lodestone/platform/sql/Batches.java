package dev.lodestone.platform.sql;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Repeats a batch, one after the other, each in a transaction of its own, until nothing is left. A failure ends the repetition. */
public final class Batches {
    private Batches() {}

    /**
     * Runs {@code batch} until it says that there is no more.
     *
     * @param batch makes one batch and commits; true if there may be more
     */
    public static Uni<Void> whileMore(Supplier<Uni<Boolean>> batch) {
        return Multi.createBy()
                .repeating()
                .<Boolean>uni(batch::get)
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Runs {@code batch} until it is not full.
     *
     * @param size number of rows of a full batch
     * @param batch makes one batch and commits; the number of its rows
     * @return the number of rows of all batches
     */
    public static Uni<Integer> whileFull(int size, Supplier<Uni<Integer>> batch) {
        return Multi.createBy()
                .repeating()
                .<Integer>uni(batch::get)
                .whilst(rows -> rows >= size)
                .collect()
                .with(Collectors.summingInt(rows -> rows));
    }
}
