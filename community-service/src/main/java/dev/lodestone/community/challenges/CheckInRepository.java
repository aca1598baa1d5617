package dev.lodestone.community.challenges;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** The table {@code check_in}. */
@ApplicationScoped
class CheckInRepository {
    private static final String LAST = """
            select local_date, streak_days, checked_in_at from check_in where member_id = $1 order by local_date desc limit 1
            """;
    private static final String ADD = """
            insert into check_in (member_id, local_date, streak_days, checked_in_at) values ($1, $2, $3, $4)
            """;

    Uni<Streak> streak(SqlConnection connection, MemberId member) {
        return connection
                .preparedQuery(LAST)
                .execute(Tuple.of(member.value()))
                .map(rows -> new Streak(rows.stream()
                        .findFirst()
                        .map(CheckInRepository::checkIn)
                        .orElse(null)));
    }

    Uni<Void> add(SqlConnection tx, MemberId member, CheckIn checkIn) {
        return tx.preparedQuery(ADD)
                .execute(Tuple.of(
                        member.value(),
                        checkIn.localDate(),
                        checkIn.streakDays(),
                        checkIn.checkedInAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static CheckIn checkIn(Row row) {
        return new CheckIn(
                row.getLocalDate("local_date"), row.getInteger("streak_days"), Rows.instant(row, "checked_in_at"));
    }
}
