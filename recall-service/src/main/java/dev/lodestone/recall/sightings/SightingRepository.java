package dev.lodestone.recall.sightings;

import dev.lodestone.events.Fact;
import dev.lodestone.events.behaviours.BehaviourFact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The last time and the number of times that members were seen; nothing else of a behaviour is stored yet. */
@ApplicationScoped
class SightingRepository {
    private static final String WRITE = """
            insert into sighting as held (member_id, last_seen_at, behaviours)
            select member_id, max(seen_at), count(*) from unnest($1::uuid[], $2::timestamptz[]) as seen (member_id, seen_at)
            group by member_id order by member_id
            on conflict (member_id) do update
            set last_seen_at = greatest(held.last_seen_at, excluded.last_seen_at), behaviours = held.behaviours + excluded.behaviours
            """;

    Uni<List<RejectedEvent>> takeBehaviours(SqlConnection tx, List<Event<Fact>> events) {
        List<Event<Fact>> seen = events.stream()
                .filter(event -> event.fact() instanceof BehaviourFact)
                .toList();
        if (seen.isEmpty()) {
            return Uni.createFrom().item(RejectedEvent.NONE);
        }
        return tx.preparedQuery(WRITE)
                .execute(Columns.of(seen)
                        .members(Event::member)
                        .instants(Event::occurredAt)
                        .tuple())
                .replaceWith(RejectedEvent.NONE);
    }
}
