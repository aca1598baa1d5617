package dev.lodestone.recall.runs;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.recall.profile.ProfileService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Starts, shows and cancels runs; {@link RunJob} processes them. */
@ApplicationScoped
class RunService {
    private final RunRepository runs;
    private final ProfileService profiles;
    private final Clock clock;

    RunService(RunRepository runs, ProfileService profiles, Clock clock) {
        this.runs = runs;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** @throws ProblemException 400 {@code as-of-in-future} if {@code asOf} is a day to come */
    Uni<RunView> start(SqlConnection tx, UUID campaignId, LocalDate asOf, String operator) {
        if (asOf.isAfter(profiles.today())) {
            throw new ProblemException(
                    RunProblems.AS_OF_IN_FUTURE, "asOf must be at most " + profiles.today() + ", but was " + asOf);
        }
        RunView run = RunView.pending(Ids.next(), campaignId, asOf, clock.instant());
        return runs.insert(tx, run, operator).replaceWith(run);
    }

    /** @throws ProblemException 404 {@code run-unknown} */
    Uni<RunView> find(SqlConnection connection, UUID campaignId, UUID runId) {
        return runs.find(connection, campaignId, runId).map(RunService::known);
    }

    /**
     * Ends a run. Enrolled members stay enrolled; a page in progress is rolled back. A second call changes nothing.
     *
     * @throws ProblemException 404 {@code run-unknown}, 409 {@code run-ended}
     */
    Uni<RunView> cancel(SqlConnection tx, UUID campaignId, UUID runId, String operator) {
        return runs.cancel(tx, campaignId, runId, operator, clock.instant())
                .chain(cancelled -> cancelled
                        .map(run -> Uni.createFrom().item(run))
                        .orElseGet(() -> find(tx, campaignId, runId).invoke(RunService::checkCancelled)));
    }

    private static void checkCancelled(RunView run) {
        if (run.state() != RunState.CANCELLED) {
            throw new ProblemException(
                    RunProblems.RUN_ENDED, "It is " + run.state() + "; only a run that has not ended can be cancelled");
        }
    }

    private static RunView known(Optional<RunView> found) {
        return found.orElseThrow(
                () -> new ProblemException(RunProblems.RUN_UNKNOWN, "Take the runId that the run was answered with"));
    }
}
