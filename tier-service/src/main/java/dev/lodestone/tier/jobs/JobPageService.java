package dev.lodestone.tier.jobs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works on the pages of jobs of one kind. */
public interface JobPageService {
    /** A page that is worked out but not committed yet. */
    record Page(@Nullable String position, long done, String result, Function<SqlConnection, Uni<Void>> effect) {
        /**
         * A page.
         *
         * @param position its end, from which the next page goes on; null if it is the last
         * @param done its units
         * @param result what all pages up to this one came to, as JSON
         * @param effect what it writes, committed together with the progress of the job or not at all
         */
        public Page {}
    }

    /** The kind of jobs that it works on, such as {@code PREVIEW}. */
    String kind();

    /**
     * True for work that must be done whole and may never end as {@code FAILED}: a page is tried until it succeeds, with an alarm for each failure
     * beyond the attempts that other jobs have.
     */
    default boolean neverGivesUp() {
        return false;
    }

    /**
     * Works out the page behind {@link Job#position}. It reads by connections of its own and holds none while it computes. It may be called
     * again for the same page, after a failure or on another replica, and writes nothing itself.
     *
     * @throws PageNotReadyException in the {@code Uni}, if the page must wait; it is asked for again, and no attempt counts
     */
    Uni<Page> page(Job job);
}
