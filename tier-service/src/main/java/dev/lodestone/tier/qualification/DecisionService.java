package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was decided about levels. */
@ApplicationScoped
public class DecisionService {
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
