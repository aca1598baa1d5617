package dev.lodestone.tier.qualification;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Topic;
import dev.lodestone.events.points.PointsPosted;
import java.util.Set;

/** What counts as growth among the postings of the points ledger. */
final class Activity {
    private static final String ASSET = "POINTS";

    /** Orders count by their amount already; a recall bonus is a gift and not an activity. */
    private static final Set<String> TOPICS_LEFT_OUT = Set.of(Topic.ORDERS, Topic.RECALL);

    private Activity() {}

    /**
     * The points that {@code posted} paid for something else than buying, such as a check-in, once they can be spent. Everything that
     * becomes of them later is 0: spending never lowers a standing.
     */
    static long growth(PointsPosted posted) {
        return switch (posted.kind()) {
            case EARNED, CONFIRMED ->
                posted.asset().equals(ASSET) && counts(posted.causeType()) ? Math.max(0, posted.amount()) : 0;
            case EARNED_PENDING,
                    REDEEMED,
                    HELD,
                    HOLD_POSTED,
                    RELEASED,
                    RETURNED,
                    TAKEN_BACK,
                    PENDING_TAKEN_BACK,
                    EXPIRED,
                    REOPENED,
                    GRANTED,
                    DEDUCTED -> 0;
        };
    }

    private static boolean counts(String causeType) {
        return EventType.ofType(causeType)
                .filter(type -> TOPICS_LEFT_OUT.contains(type.topic()))
                .isEmpty();
    }
}
