package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.tier.history.Step.Measure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was decided about levels. */
@ApplicationScoped
public class DecisionService {
    /**
     * A change of a level as it was decided and published.
     *
     * @param version numbers the member's changes from 1
     * @param from code of the level before
     * @param to code of the level after
     * @param at business time of what changed it
     * @param changedAt when it was decided
     * @param tierSet version of the tier set
     * @param measures growth and threshold of each criterion that was looked at
     * @param cause id of the event that changed it; null if time did
     */
    public record Decision(
            long version,
            String from,
            String to,
            Instant at,
            Instant changedAt,
            Reason reason,
            int tierSet,
            List<Measure> measures,
            @Nullable String cause) {}

    private final MemberTierRepository tiers;
    private final LevelChangeRepository changes;
    private final PopulationRepository population;

    DecisionService(MemberTierRepository tiers, LevelChangeRepository changes, PopulationRepository population) {
        this.tiers = tiers;
        this.changes = changes;
        this.population = population;
    }

    /** The level of one member as it was decided last; empty if the member is not enrolled. */
    public Uni<Optional<MemberTier>> find(SqlConnection connection, MemberId member) {
        return tiers.find(connection, member);
    }

    /** The levels of at most {@code limit} members behind {@code after}, by member id. */
    public Uni<List<MemberTier>> page(SqlConnection connection, @Nullable UUID after, int limit) {
        return tiers.pageOfTiers(connection, after, limit);
    }

    /** The newest changes of {@code member}, the newest first. */
    public Uni<List<Decision>> newest(SqlConnection connection, MemberId member, int limit) {
        return changes.newest(connection, member, limit);
    }

    /** By level code: the number of members of each level that has or had any. */
    public Uni<Map<String, Long>> population(SqlConnection connection) {
        return population.all(connection);
    }
}
