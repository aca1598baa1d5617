package dev.lodestone.points.ledger.expiry;

import dev.lodestone.events.EventSource;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PointsExpiring;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.outbox.OutboxRow;
import java.time.Instant;

/** A notice that {@code amount} units of a member expire at {@code expiresAt}. */
record Notice(MemberId member, String asset, Instant expiresAt, long amount) {
    /** The event of this notice. Its id is derived from the notice, so that the event exists only once. */
    OutboxRow toOutboxRow(Instant noticedAt) {
        String name = "expiring/" + asset + "/" + expiresAt;
        return OutboxRow.of(new Event<>(
                Ids.derived(member.value(), name).toString(),
                EventSource.POINTS,
                member,
                noticedAt,
                new PointsExpiring(asset, amount, expiresAt),
                null,
                null));
    }
}
