package dev.lodestone.points.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final Account account = new Account(new MemberId(Ids.next()), Asset.POINTS, 0, 0, 0, List.of());

    @Test
    void P05_shouldSpendTheNearestExpiryFirstAndTheOldestOfThoseThatLapseTogether() {
        // Given
        Posting never = account.earn(10, null, cause(NOW));
        Posting late = account.earn(10, NOW.plus(Duration.ofDays(30)), cause(NOW));
        Posting soonButYounger = account.earn(10, NOW.plus(Duration.ofDays(10)), cause(NOW.plusSeconds(60)));
        Posting soon = account.earn(10, NOW.plus(Duration.ofDays(10)), cause(NOW));

        // When
        account.redeem(35, cause(NOW));

        // Then
        assertEquals(
                List.of(soon.id(), soonButYounger.id(), late.id(), never.id()),
                account.lotUses().stream().map(LotUse::lotId).toList());
        assertEquals(List.of(new Lot(never.id(), 10, 5, NOW, null)), account.openLots());
    }

    @Test
    void P06_shouldTakeBackFromTheOrdersOwnLotFirst() {
        // Given
        Posting other = account.earn(10, NOW.plus(Duration.ofDays(1)), cause(NOW));
        Posting own = account.earn(10, NOW.plus(Duration.ofDays(90)), cause(NOW));

        // When
        account.takeBack(12, own.id(), cause(NOW));

        // Then
        assertEquals(
                List.of(own.id(), other.id()),
                account.lotUses().stream().map(LotUse::lotId).toList());
    }

    @Test
    void shouldRefuseAmountsThatMoveNothing() {
        assertThrows(IllegalArgumentException.class, () -> account.earn(0, null, cause(NOW)));
        assertThrows(IllegalArgumentException.class, () -> account.redeem(-5, cause(NOW)));
    }

    @Test
    void shouldRefuseToSpendWhenTheAccountWasOpenedWithoutItsLots() {
        Account withoutLots = new Account(new MemberId(Ids.next()), Asset.POINTS, 0, 100, 1, null);

        assertThrows(IllegalStateException.class, () -> withoutLots.redeem(50, cause(NOW)));
    }

    private static Cause cause(Instant occurredAt) {
        return new Cause(Ids.next(), "test", occurredAt, null, null, null, null);
    }
}
