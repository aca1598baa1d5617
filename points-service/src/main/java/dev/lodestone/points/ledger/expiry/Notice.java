package dev.lodestone.points.ledger.expiry;

import dev.lodestone.events.EventSource;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PointsExpiring;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.outbox.OutboxRow;
import java.time.Instant;
import java.util.UUID;

/** A notice that {@code amount} units of a member expire at {@code expiresAt}. */
record Notice(MemberId member, String asset, Instant expiresAt, long amount) {
    /** Names this notice among all of the member: an id derived from it makes the event exist only once. */
    String name() {
        return "expiring/" + asset + "/" + expiresAt;
    }

    /** The event of this notice. */
    OutboxRow toOutboxRow(UUID id, Instant noticedAt) {
        return OutboxRow.of(new Event<>(
                id.toString(),
                EventSource.POINTS,
                member,
                noticedAt,
                new PointsExpiring(asset, amount, expiresAt),
                null,
                null));
    }
}
