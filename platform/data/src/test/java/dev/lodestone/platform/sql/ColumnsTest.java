package dev.lodestone.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.MemberId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final MemberId ANN = MemberId.of("crm:00017");
    private static final MemberId BEN = MemberId.of("crm:00018");

    private record Row(MemberId member, String code, long points, Instant at) {}

    @Test
    void shouldMakeOneArrayForEachColumnInTheOrderOfTheCalls() {
        List<Row> rows = List.of(new Row(ANN, "a", 1, NOON), new Row(BEN, "b", 2, NOON.plusSeconds(1)));

        Tuple tuple = Columns.of(rows)
                .members(Row::member)
                .texts(Row::code)
                .longs(Row::points)
                .instants(Row::at)
                .value("same for all")
                .value(NOON)
                .tuple();

        assertThat(tuple.size()).isEqualTo(6);
        assertThat(tuple.getArrayOfUUIDs(0)).containsExactly(ANN.value(), BEN.value());
        assertThat(tuple.getArrayOfStrings(1)).containsExactly("a", "b");
        assertThat(tuple.getArrayOfLongs(2)).containsExactly(1L, 2L);
        assertThat(tuple.getArrayOfOffsetDateTimes(3))
                .containsExactly(
                        NOON.atOffset(ZoneOffset.UTC), NOON.plusSeconds(1).atOffset(ZoneOffset.UTC));
        assertThat(tuple.getValue(4)).isEqualTo("same for all");
        assertThat(tuple.getValue(5)).isEqualTo(NOON.atOffset(ZoneOffset.UTC));
    }

    @Test
    void shouldSendNothingWithoutRows() {
        SqlConnection unreachable = new SqlConnection((io.vertx.sqlclient.SqlConnection) null);
        Columns<UUID> none = Columns.of(List.<UUID>of()).uuids(id -> id);

        assertThat(none.query(unreachable, "select 1").await().indefinitely()).isEmpty();
        assertThat(none.execute(unreachable, "select 1").await().indefinitely()).isNull();
    }
}
