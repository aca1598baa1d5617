package dev.lodestone.tier.awards;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code level_award} and {@code level_award_end}. Rows are only added; of the ends of an award the earliest holds. */
@ApplicationScoped
class AwardRepository {
    private static final String OF_MEMBERS = """
            select id, member_id, kind, level, from_at, until_at, level_award.reason, given_by, given_at,
                   ends_at, earliest.reason as end_reason, ended_by, ended_at
            from level_award left join lateral (
                select ends_at, reason, ended_by, ended_at from level_award_end where award_id = level_award.id order by ends_at limit 1) as earliest
                on true
            where member_id = any($1::uuid[]) order by id
            """;
    private static final String ADD = """
            insert into level_award (id, member_id, kind, level, from_at, until_at, reason, given_by, given_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String END = """
            insert into level_award_end (award_id, ends_at, reason, ended_by, ended_at) values ($1, $2, $3, $4, $5)
            """;

    Uni<List<LevelAward>> of(SqlConnection connection, Collection<MemberId> members) {
        return Columns.of(members)
                .members(member -> member)
                .query(connection, OF_MEMBERS)
                .map(rows -> rows.stream().map(AwardRepository::award).toList());
    }

    Uni<Void> add(SqlConnection tx, LevelAward award) {
        Tuple values = Tuple.of(award.id(), award.member().value(), award.kind().name(), award.level())
                .addOffsetDateTime(Columns.utc(award.from()))
                .addOffsetDateTime(Columns.utc(award.until()))
                .addString(award.reason())
                .addString(award.givenBy())
                .addOffsetDateTime(Columns.utc(award.givenAt()));
        return tx.preparedQuery(ADD).execute(values).replaceWithVoid();
    }

    Uni<Void> end(SqlConnection tx, UUID award, LevelAward.End end) {
        Tuple values = Tuple.of(award, Columns.utc(end.at()), end.reason(), end.endedBy(), Columns.utc(end.endedAt()));
        return tx.preparedQuery(END).execute(values).replaceWithVoid();
    }

    private static LevelAward award(Row row) {
        return new LevelAward(
                row.getUUID("id"),
                Rows.member(row, "member_id"),
                AwardKind.valueOf(row.getString("kind")),
                row.getString("level"),
                Rows.instant(row, "from_at"),
                Rows.instantOrNull(row, "until_at"),
                row.getString("reason"),
                row.getString("given_by"),
                Rows.instant(row, "given_at"),
                end(row));
    }

    private static LevelAward.@Nullable End end(Row row) {
        Instant at = Rows.instantOrNull(row, "ends_at");
        return at == null
                ? null
                : new LevelAward.End(
                        at, row.getString("end_reason"), row.getString("ended_by"), Rows.instant(row, "ended_at"));
    }
}
