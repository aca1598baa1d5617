package dev.lodestone.points.earning.events;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.members.MemberUpdated;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.earning.evaluation.EvaluationInput;
import dev.lodestone.points.earning.evaluation.MemberContext;
import dev.lodestone.points.earning.evaluation.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Stores processed events, finds them and reads them in pages. */
@ApplicationScoped
public class RecordedEventService {
    private static final String INSERT = """
            insert into fact (member_id, event_id, type, occurred_at, data, context, outcomes, corrects)
            select member_id, event_id, type, occurred_at, data::json, context::json, outcomes::json, corrects
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::uuid[])
                 as new (member_id, event_id, type, occurred_at, data, context, outcomes, corrects)
            on conflict do nothing
            """;
    private static final String COLUMNS =
            "select seq, member_id, event_id, type, occurred_at, data::text, context::text, outcomes::text, corrects from fact ";
    private static final String FIND = COLUMNS + "where member_id = $1 and event_id = $2";
    private static final String FIND_ALL = COLUMNS + "where member_id = any($1::uuid[]) and event_id = any($2::uuid[])";
    private static final String OF_ORDER =
            COLUMNS + "where member_id = $1 and data ->> 'orderId' = $2 order by seq limit 100";
    private static final String PAGE = COLUMNS
            + "where seq > $1 and seq <= $2 and occurred_at >= $3 and type = $4 and corrects is null order by seq limit $5";
    private static final String LAST = "select coalesce(max(seq), 0) from fact";
    private static final TypeReference<List<Outcome>> OUTCOMES = new TypeReference<>() {};

    private final Json json;

    RecordedEventService(Json json) {
        this.json = json;
    }

    /** Appends {@code events} in their order. An event that is already stored does not change. */
    public Uni<Void> record(SqlConnection tx, List<RecordedEvent> events) {
        Columns<RecordedEvent> columns = Columns.of(events)
                .members(event -> event.input().member())
                .uuids(RecordedEvent::eventId)
                .texts(event -> event.input().type().type())
                .instants(event -> event.input().occurredAt())
                .texts(event ->
                        EventCodec.encodeFact(withoutContactData(event.input().fact())))
                .texts(event -> json.write(event.input().context()))
                .texts(event -> json.write(event.outcomes()))
                .uuids(RecordedEvent::corrects);
        return columns.execute(tx, INSERT);
    }

    /** Removes name and email: rules cannot read them, so they are not stored. */
    private static Fact withoutContactData(Fact fact) {
        return switch (fact) {
            case MemberRegistered registered -> new MemberRegistered(withoutContactData(registered.profile()));
            case MemberUpdated updated -> new MemberUpdated(withoutContactData(updated.profile()));
            default -> fact;
        };
    }

    private static MemberProfile withoutContactData(MemberProfile profile) {
        return new MemberProfile(
                null, null, profile.emailConsent(), profile.birthday(), profile.zone(), profile.attributes());
    }

    /** The recorded event {@code eventId}, if there is one. */
    public Uni<Optional<RecordedEvent>> find(SqlConnection connection, MemberId member, UUID eventId) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(member.value(), eventId))
                .map(rows -> rows.stream().map(this::recordedEvent).findFirst());
    }

    /** The recorded events with the keys {@code events}, by key; unknown keys are left out. */
    public Uni<Map<UUID, RecordedEvent>> findAll(SqlConnection connection, Set<MemberId> members, Set<UUID> events) {
        return connection
                .preparedQuery(FIND_ALL)
                .execute(Tuple.of(
                        members.stream().map(MemberId::value).toArray(UUID[]::new), events.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, RecordedEvent> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getUUID("event_id"), recordedEvent(row)));
                    return found;
                });
    }

    /** The events of an order in the order of processing; at most 100. */
    public Uni<List<RecordedEvent>> ofOrder(SqlConnection connection, MemberId member, String orderId) {
        return connection
                .preparedQuery(OF_ORDER)
                .execute(Tuple.of(member.value(), orderId))
                .map(rows -> rows.stream().map(this::recordedEvent).toList());
    }

    /** The number of the last recorded event, 0 if there is none. */
    public Uni<Long> last(SqlConnection connection) {
        return connection
                .preparedQuery(LAST)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /**
     * The next events of {@code type} that occurred at {@code since} or later, numbered above {@code after} and up to {@code upTo}. The
     * query returns a supplier that parses the rows. Parsing is slow: call the supplier on a worker thread, after the connection was
     * released.
     *
     * @param limit maximum number of events
     */
    public Uni<Supplier<RecordedEventPage>> page(
            SqlConnection connection, EventType type, long after, long upTo, Instant since, int limit) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(after, upTo, Columns.utc(since), type.type(), limit))
                .map(rows -> () -> page(rows, after));
    }

    private RecordedEventPage page(RowSet<Row> rows, long after) {
        long last = after;
        for (Row row : rows) {
            last = row.getLong("seq");
        }
        return new RecordedEventPage(rows.stream().map(this::recordedEvent).toList(), last);
    }

    private RecordedEvent recordedEvent(Row row) {
        EventType type = EventType.ofType(row.getString("type")).orElseThrow();
        EvaluationInput input = new EvaluationInput(
                Rows.member(row, "member_id"),
                EventCodec.decodeFact(row.getString("data"), type),
                Rows.instant(row, "occurred_at"),
                json.read(row.getString("context"), MemberContext.class));
        return new RecordedEvent(
                row.getUUID("event_id"),
                input,
                json.read(row.getString("outcomes"), OUTCOMES),
                row.getUUID("corrects"));
    }
}
