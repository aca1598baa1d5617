package dev.lodestone.recall.offers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.MemberId;
import dev.lodestone.recall.Brand;
import dev.lodestone.recall.profile.CountedOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReturnTest {
    private static final MemberId ANN = Brand.member("ann");
    private static final Instant OFFERED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = OFFERED.plus(Duration.ofDays(14));
    private static final Participant WAITING = new Participant(
            ANN,
            UUID.fromString("01930000-0000-7000-8000-000000000001"),
            new OfferWindow(OFFERED, UNTIL),
            UUID.fromString("01930000-0000-7000-8000-000000000002"),
            500);

    @Test
    void R13_shouldCountOnlyOrdersWithinTheOffersTime() {
        assertThat(returns(order("before", OFFERED.minusMillis(1)))).isEmpty();
        assertThat(returns(order("first", OFFERED))).hasSize(1);
        assertThat(returns(order("last", UNTIL.minusMillis(1)))).hasSize(1);
        assertThat(returns(order("after", UNTIL))).isEmpty();
    }

    @Test
    void R13_shouldTakeTheEarliestOfSeveralOrders() {
        List<Return> returns = returns(
                order("late", OFFERED.plusSeconds(20)),
                order("early", OFFERED.plusSeconds(10)),
                order("too-early", OFFERED.minusSeconds(10)));

        assertThat(returns).hasSize(1);
        assertThat(returns.getFirst().order().orderId()).isEqualTo("early");
    }

    @Test
    void shouldOfferAtTheEndOfADayInThePastAndNowOnTheDayItself() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Instant dayEnd = Instant.parse("2026-03-01T16:00:00Z");
        Instant muchLater = Instant.parse("2026-05-01T00:00:00Z");
        Instant sameDay = Instant.parse("2026-03-01T08:00:00Z");

        assertThat(OfferWindow.on(day, Brand.ZONE, muchLater, 14).offeredAt()).isEqualTo(dayEnd);
        assertThat(OfferWindow.on(day, Brand.ZONE, sameDay, 14).offeredAt()).isEqualTo(sameDay);
        assertThat(OfferWindow.on(day, Brand.ZONE, sameDay, 14).validUntil())
                .isEqualTo(sameDay.plus(Duration.ofDays(14)));
    }

    private static List<Return> returns(CountedOrder... orders) {
        return Return.of(List.of(WAITING), List.of(orders));
    }

    private static CountedOrder order(String id, Instant at) {
        return new CountedOrder(ANN, id, at, "event-" + id, null);
    }
}
