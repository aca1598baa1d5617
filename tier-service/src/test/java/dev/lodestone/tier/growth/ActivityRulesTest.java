package dev.lodestone.tier.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.EventType;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.tier.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityRulesTest {
    @ParameterizedTest
    @EnumSource(EventType.class)
    void shouldCountEarnedPointsUnlessAnOrderOrARecallOfferPaidThem(EventType cause) {
        long expected = switch (cause) {
            case ORDER_COMPLETED, ORDER_CANCELLED, ORDER_REFUNDED, ORDER_PAID, OFFER_MADE, OFFER_ACCEPTED -> 0;
            case MEMBER_REGISTERED,
                    MEMBER_UPDATED,
                    BEHAVIOUR_RECORDED,
                    POINTS_POSTED,
                    POINTS_EXPIRING,
                    MEMBER_ENROLLED,
                    LEVEL_CHANGED,
                    LOSS_COMING,
                    CHECKED_IN,
                    POST_PUBLISHED,
                    POST_COMMENTED -> 7;
        };

        assertThat(ActivityRules.points(Events.posting("POINTS", PostingKind.EARNED, 7, cause.type())))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(PostingKind.class)
    void shouldCountOnlyPointsThatBecomeAvailable(PostingKind kind) {
        long expected = switch (kind) {
            case EARNED, CONFIRMED -> 7;
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

        assertThat(ActivityRules.points(Events.posting("POINTS", kind, 7, EventType.CHECKED_IN.type())))
                .isEqualTo(expected);
    }

    @Test
    void shouldNotCountOtherAssetsOrNegativeAmounts() {
        assertThat(ActivityRules.points(Events.posting("VOUCHER", PostingKind.EARNED, 7, EventType.CHECKED_IN.type())))
                .isZero();
        assertThat(ActivityRules.points(Events.posting("POINTS", PostingKind.EARNED, -7, EventType.CHECKED_IN.type())))
                .isZero();
        assertThat(ActivityRules.points(Events.posting("POINTS", PostingKind.REDEEMED, -7, "redemption")))
                .isZero();
    }
}
