package dev.lodestone.tier.previews;

import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.tier.history.LevelHistory;
import dev.lodestone.tier.jobs.Job;
import dev.lodestone.tier.jobs.JobService;
import dev.lodestone.tier.qualification.DecisionService;
import dev.lodestone.tier.versions.TierSetService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests, shows and cancels previews; {@link PreviewPageService} works on them. */
@ApplicationScoped
public class PreviewService {
    static final String KIND = "TIER_SET_PREVIEW";

    private final TierSetService tierSets;
    private final DecisionService decisions;
    private final JobService jobs;
    private final MoveRepository moves;
    private final Json json;
    private final Clock clock;

    PreviewService(
            TierSetService tierSets,
            DecisionService decisions,
            JobService jobs,
            MoveRepository moves,
            Json json,
            Clock clock) {
        this.tierSets = tierSets;
        this.decisions = decisions;
        this.jobs = jobs;
        this.moves = moves;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Requests a preview of a version, in whatever state, with the document that it has now.
     *
     * @throws ProblemException 400 {@code preview-time}, 404 for an unknown version
     */
    Uni<PreviewView> request(SqlConnection tx, String code, int version, PreviewRequest request, String operator) {
        Instant from = orElse(request.effectiveFrom(), clock.instant());
        Instant at = orElse(request.at(), from);
        check(from, at);
        return tierSets.definition(tx, code, version)
                .map(definition -> new Preview(code, version, definition, from, at))
                .chain(preview -> decisions
                        .population(tx)
                        .map(byLevel -> byLevel.values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .chain(members -> jobs.request(tx, KIND, preview, members, operator)))
                .map(this::view);
    }

    /** @throws ProblemException 404 {@code job-unknown} */
    Uni<PreviewView> find(SqlConnection connection, String code, int version, UUID id) {
        return jobs.find(connection, KIND, id).map(this::view).invoke(view -> checkPath(view, code, version));
    }

    /** @throws ProblemException 404 {@code job-unknown}, 409 {@code job-ended} */
    Uni<PreviewView> cancel(SqlConnection tx, String code, int version, UUID id) {
        return find(tx, code, version, id)
                .chain(() -> jobs.cancel(tx, KIND, id))
                .map(this::view);
    }

    /** At most {@code limit} of the members who move, behind {@code after}; all or only those who rise or fall. */
    Uni<List<MoveView>> moves(
            SqlConnection connection,
            String code,
            int version,
            UUID id,
            @Nullable Boolean rises,
            @Nullable UUID after,
            int limit) {
        return find(connection, code, version, id).chain(() -> moves.page(connection, id, rises, after, limit));
    }

    private PreviewView view(Job job) {
        return PreviewView.of(
                job, json.read(job.request(), Preview.class), json.read(job.result(), PreviewResult.class));
    }

    private void check(Instant from, Instant at) {
        Instant last = clock.instant().plus(LevelHistory.FORESIGHT);
        if (at.isBefore(from) || at.isAfter(last)) {
            throw new ProblemException(
                    PreviewProblems.PREVIEW_TIME, "at must lie between effectiveFrom, " + from + ", and " + last);
        }
    }

    private static void checkPath(PreviewView view, String code, int version) {
        if (!view.code().equals(code) || view.version() != version) {
            throw JobService.unknown();
        }
    }

    private static Instant orElse(@Nullable OffsetDateTime time, Instant other) {
        return time == null ? other : time.toInstant();
    }
}
