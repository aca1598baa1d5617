package dev.lodestone.platform.inbox;

import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** What a service does with events it has not seen before, all in the given transaction. */
@FunctionalInterface
public interface BatchEffect {
    Uni<Void> apply(SqlConnection tx, List<Event<Fact>> events);
}
