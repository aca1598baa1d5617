package dev.lodestone.tier.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestone.events.EventType;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.points.PostingKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityTest {
    @ParameterizedTest
    @EnumSource(EventType.class)
    void shouldCountWhatWasEarnedUnlessByAnOrderOrARecallBonus(EventType cause) {
        long expected = switch (cause) {
            case ORDER_COMPLETED, ORDER_CANCELLED, ORDER_REFUNDED, ORDER_PAID, OFFER_MADE, OFFER_ACCEPTED -> 0;
            case MEMBER_REGISTERED,
                    MEMBER_UPDATED,
                    BEHAVIOUR_RECORDED,
                    POINTS_POSTED,
                    POINTS_EXPIRING,
                    MEMBER_ENROLLED,
                    LEVEL_CHANGED,
                    CHECKED_IN,
                    POST_PUBLISHED,
                    POST_COMMENTED -> 7;
        };

        assertEquals(expected, Activity.growth(posted("POINTS", PostingKind.EARNED, 7, cause.type())));
    }

    @ParameterizedTest
    @EnumSource(PostingKind.class)
    void shouldCountNothingButEarning(PostingKind kind) {
        long expected = switch (kind) {
            case EARNED, CONFIRMED -> 7;
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

        assertEquals(expected, Activity.growth(posted("POINTS", kind, 7, EventType.CHECKED_IN.type())));
    }

    @Test
    void shouldNotCountOtherAssetsOrNegativeAmounts() {
        assertEquals(0, Activity.growth(posted("VOUCHER", PostingKind.EARNED, 7, EventType.CHECKED_IN.type())));
        assertEquals(0, Activity.growth(posted("POINTS", PostingKind.EARNED, -7, EventType.CHECKED_IN.type())));
        assertEquals(0, Activity.growth(posted("POINTS", PostingKind.REDEEMED, -7, "redemption")));
    }

    private static PointsPosted posted(String asset, PostingKind kind, long amount, String causeType) {
        UUID postingId = new UUID(0, 1);
        return new PointsPosted(
                postingId,
                asset,
                kind,
                Math.abs(amount),
                amount,
                100,
                0,
                0,
                1,
                causeType,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
