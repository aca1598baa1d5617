package dev.lodestone.points.earning;

import dev.lodestone.events.EventType;
import java.util.Set;

/** The awards that a rule can have, as they are named in requests and in the database, and the facts that each can pay for. */
public enum AwardKind {
    PER_AMOUNT(Set.of(EventType.ORDER_COMPLETED)),
    FIXED(Set.of(EventType.ORDER_COMPLETED, EventType.CHECKED_IN, EventType.POST_PUBLISHED, EventType.POST_COMMENTED)),
    AS_OFFERED(Set.of(EventType.OFFER_ACCEPTED));

    private final Set<EventType> payable;

    AwardKind(Set<EventType> payable) {
        this.payable = payable;
    }

    boolean paysFor(EventType type) {
        return payable.contains(type);
    }

    /** For people who drafted a rule that cannot pay. */
    String payableTypes() {
        return payable.stream().map(EventType::type).sorted().toList().toString();
    }
}
