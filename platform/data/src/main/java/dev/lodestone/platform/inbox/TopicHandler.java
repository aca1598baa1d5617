package dev.lodestone.platform.inbox;

import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;

/** Processes the events of some topics. A service has one handler for each topic that it reads. */
public interface TopicHandler {
    /** The topics whose events this handles. */
    Set<String> topics();

    /**
     * Applies {@code events}, which are new to the service, in their order and all in the given transaction. It is called again in the
     * same transaction if the batch holds other events under the ids of those that it rejects.
     *
     * @return the events that had no effect because they contradict known data; the inbox makes them dead letters and deletes their
     *     keys, so that they have their effect if they arrive again and fit
     */
    Uni<List<RejectedEvent>> handle(SqlConnection tx, List<Event<Fact>> events);
}
