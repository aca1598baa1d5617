package dev.lodestone.tier.awards;

import dev.lodestone.events.MemberId;
import dev.lodestone.tier.history.Award;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads and adds awards and their ends. */
@ApplicationScoped
public class AwardService {
    private final AwardRepository awards;

    AwardService(AwardRepository awards) {
        this.awards = awards;
    }

    /** All awards of one member, the oldest first. */
    public Uni<List<LevelAward>> all(SqlConnection connection, MemberId member) {
        return awards.of(connection, List.of(member));
    }

    /** The awards of {@code members} as the history of levels needs them; members without any are left out. */
    public Uni<Map<MemberId, List<Award>>> of(SqlConnection connection, Collection<MemberId> members) {
        return awards.of(connection, members)
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                LevelAward::member,
                                Collectors.mapping(LevelAward::toAward, Collectors.toUnmodifiableList()))));
    }

    /** Adds an award. The caller has the level of its member decided again in {@code tx}. */
    public Uni<Void> add(SqlConnection tx, LevelAward award) {
        return awards.add(tx, award);
    }

    /** Ends an award that was not ended yet, or ends later so far. The caller has the level of its member decided again in {@code tx}. */
    public Uni<Void> end(SqlConnection tx, UUID award, LevelAward.End end) {
        return awards.end(tx, award, end);
    }
}
