package dev.lodestone.tier.growth;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Topic;
import dev.lodestone.events.points.PointsPosted;
import java.util.Set;

/** Which postings of the points ledger are activities. */
final class ActivityRules {
    private static final String ASSET = "POINTS";

    /** Orders already count by their amount. A recall bonus is a gift and no activity. */
    private static final Set<String> EXCLUDED_TOPICS = Set.of(Topic.ORDERS, Topic.RECALL);

    private ActivityRules() {}

    /**
     * The points of a posting that became available for an activity other than an order, such as a check-in. All later postings of these points
     * bring 0, because spending points never lowers a level.
     */
    static long points(PointsPosted posted) {
        return switch (posted.kind()) {
            case EARNED, CONFIRMED ->
                posted.asset().equals(ASSET) && counts(posted.causeType()) ? Math.max(0, posted.change()) : 0;
            case EARNED_PENDING,
                    REDEEMED,
                    HELD,
                    HOLD_POSTED,
                    RELEASED,
                    RETURNED,
                    CLAWED_BACK,
                    PENDING_CLAWED_BACK,
                    EXPIRED,
                    REINSTATED,
                    GRANTED,
                    DEDUCTED -> 0;
        };
    }

    private static boolean counts(String causeType) {
        return EventType.ofType(causeType)
                .filter(type -> EXCLUDED_TOPICS.contains(type.topic()))
                .isEmpty();
    }
}
