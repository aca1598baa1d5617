package dev.lodestone.platform.inbox;

import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** What a service does with events that are new to it, all in the given transaction. */
@FunctionalInterface
public interface BatchHandler {
    /**
     * Applies {@code events} in their order.
     *
     * @return the events that had no effect because they contradict what is known; the inbox sets them aside and forgets that it has seen
     *     them, so they count when they are sent again and fit
     */
    Uni<List<RejectedEvent>> handle(SqlConnection tx, List<Event<Fact>> events);
}
