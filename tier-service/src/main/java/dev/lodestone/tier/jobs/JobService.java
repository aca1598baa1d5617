package dev.lodestone.tier.jobs;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Requests, shows and cancels jobs; {@link PageJob} works on them. */
@ApplicationScoped
public class JobService {
    private final JobRepository jobs;
    private final Json json;
    private final Clock clock;

    JobService(JobRepository jobs, Json json, Clock clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Stores a job, which begins soon after the commit. Not idempotent by itself: call it within an effect that happens once.
     *
     * @param request any value that Jackson can write
     * @param total units in all, by which progress is shown
     */
    public Uni<Job> request(SqlConnection tx, String kind, Object request, long total, String requestedBy) {
        return jobs.insert(tx, Ids.next(), kind, json.write(request), total, requestedBy, clock.instant());
    }

    /** @throws ProblemException 404 {@code job-unknown} */
    public Uni<Job> find(SqlConnection connection, String kind, UUID id) {
        return jobs.find(connection, kind, id).map(JobService::known);
    }

    /**
     * Ends a job. What its pages wrote stays; a page in progress is rolled back. A second call changes nothing.
     *
     * @throws ProblemException 404 {@code job-unknown}, 409 {@code job-ended}
     */
    public Uni<Job> cancel(SqlConnection tx, String kind, UUID id) {
        return jobs.cancel(tx, kind, id, clock.instant())
                .chain(cancelled -> cancelled
                        .map(job -> Uni.createFrom().item(job))
                        .orElseGet(() -> find(tx, kind, id).invoke(JobService::checkCancelled)));
    }

    /** The problem for a job that does not exist, or not where the caller looks for it. */
    public static ProblemException unknown() {
        return new ProblemException(JobProblems.JOB_UNKNOWN, "Use the id from the answer to the request");
    }

    private static void checkCancelled(Job job) {
        if (job.state() != JobState.CANCELLED) {
            throw new ProblemException(
                    JobProblems.JOB_ENDED, "It is " + job.state() + "; only a job that runs can be cancelled");
        }
    }

    private static Job known(Optional<Job> found) {
        return found.orElseThrow(JobService::unknown);
    }
}
