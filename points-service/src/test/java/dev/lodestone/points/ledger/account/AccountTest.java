package dev.lodestone.points.ledger.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotMovement;
import dev.lodestone.points.ledger.lots.LotOrigin;
import dev.lodestone.points.ledger.lots.LotTerms;
import dev.lodestone.points.ledger.lots.LotUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final Account account = opened();

    @Test
    void P05_shouldSpendTheNearestExpiryFirstAndTheOldestLotOfEqualExpiries() {
        // Given
        Posting never = account.earn(10, LotTerms.LASTING, cause(NOW));
        Posting late = account.earn(10, expiringIn(30), cause(NOW));
        Posting soonButYounger = account.earn(10, expiringIn(10), cause(NOW.plusSeconds(60)));
        Posting soon = account.earn(10, expiringIn(10), cause(NOW));

        // When
        account.redeem(35, cause(NOW));

        // Then
        assertEquals(
                List.of(soon.id(), soonButYounger.id(), late.id(), never.id()),
                account.changes().movements().stream().map(LotMovement::lotId).toList());
        assertEquals(
                List.of(never.id()), account.openLots().stream().map(Lot::id).toList());
        assertEquals(5, account.openLots().getFirst().remaining());
    }

    @Test
    void P06_shouldClawBackFromTheOrdersOwnLotFirst() {
        // Given
        Posting other = account.earn(10, expiringIn(1), cause(NOW));
        Posting own = account.earn(10, expiringIn(90), cause(NOW));

        // When
        account.refunds().clawBack(own.id(), 10, cause(NOW), new RefundPolicy(0));
        account.refunds().clawBack(other.id(), 2, cause(NOW), new RefundPolicy(0));

        // Then
        assertEquals(
                List.of(own.id(), other.id()),
                account.changes().movements().stream().map(LotMovement::lotId).toList());
    }

    @Test
    void P06_shouldNotClawBackUnitsBeforeTheyWereReturned() {
        // Given
        Posting earned = account.earn(10, LotTerms.LASTING, cause(NOW));
        account.redeem(10, ofOrder(day(3)));
        account.refunds().returnSpent(account.changes().spends().getFirst(), 10, cause(day(8)));

        // When
        account.refunds().clawBack(earned.id(), 10, cause(day(5)), new RefundPolicy(0));

        // Then
        Posting last = account.changes().postings().getLast();
        assertEquals(PostingKind.CLAWED_BACK, last.kind());
        assertEquals(day(8), last.occurredAt());
    }

    @Test
    void P05_shouldExpireReturnedUnitsAtOnceOnlyIfTheirLotHadExpired() {
        // Given: a lot that expires on day 10: half of it is spent before, half of it is held before and spent after
        account.earn(10, expiringIn(10), cause(NOW));
        account.redeem(5, ofOrder(day(3)));
        Hold hold = account.holds().place(5, day(20), ofOrder(day(4)));
        account.holds().post(hold, 5, ofOrder(day(15)));
        List<OrderSpend> spends = account.changes().spends();

        // When: a refund of day 5 arrives late and returns both
        account.refunds().returnSpent(spends.getFirst(), 5, cause(day(5)));
        account.refunds().returnSpent(spends.getLast(), 5, cause(day(5)));

        // Then
        Posting last = account.changes().postings().getLast();
        assertEquals(PostingKind.EXPIRED, last.kind());
        assertEquals(day(15), last.occurredAt());
        assertEquals(5, last.amount());
        assertEquals(5, account.available());
        account.advance(day(16));
        assertEquals(0, account.available());
    }

    @Test
    void P06_shouldCoverAnOverdraftInSpendingOrderFromLotsConfirmedTogether() {
        // Given
        Posting spent = account.earn(10, LotTerms.LASTING, cause(NOW));
        account.redeem(10, cause(NOW));
        Posting late = account.earn(10, new LotTerms(day(7), day(90), null), cause(NOW));
        Posting soon = account.earn(10, new LotTerms(day(7), day(30), null), cause(NOW));
        account.refunds().clawBack(spent.id(), 10, cause(NOW), new RefundPolicy(-10));

        // When
        account.advance(day(7));

        // Then
        assertEquals(0, account.lot(soon.id()).remaining());
        assertEquals(10, account.lot(late.id()).remaining());
    }

    @Test
    void P01_shouldHoldUnitsEarnedAheadOfTheClockForTheFullDuration() {
        // Given
        account.earn(10, LotTerms.LASTING, cause(NOW.plusSeconds(5)));

        // When
        Hold hold = account.holds().place(10, NOW.plusSeconds(1), cause(NOW));

        // Then
        assertEquals(NOW.plusSeconds(5), hold.heldAt());
        assertEquals(NOW.plusSeconds(6), hold.expiresAt());
    }

    @Test
    void P05_shouldBookItemsDueAtTheSameInstantInTheSameOrder() {
        // Given
        List<Lot> lots = IntStream.range(0, 5)
                .mapToObj(AccountTest::lotThatExpiresOnTheTenthDay)
                .toList();
        Account one = holding(lots);
        Account other = holding(lots.reversed());

        // When
        one.advance(NOW.plus(Duration.ofDays(10)));
        for (int day = 8; day <= 10; day++) {
            other.advance(NOW.plus(Duration.ofDays(day)));
        }

        // Then
        List<UUID> expired = lots.stream().map(Lot::id).toList();
        assertEquals(expired, causesOf(one));
        assertEquals(expired, causesOf(other));
    }

    @Test
    void case17_shouldLetOnlyTheRestExpireWhenMostOfALotIsSpentASecondBefore() {
        // Given
        Posting a = account.earn(100, expiringIn(10), cause(NOW));
        Posting b = account.earn(50, LotTerms.LASTING, cause(NOW));

        // When
        account.advance(day(10).minusSeconds(1));
        account.redeem(80, cause(day(10).minusSeconds(1)));
        account.advance(day(10).plusSeconds(1));

        // Then
        assertEquals(20, account.lot(a.id()).expired());
        assertEquals(50, account.lot(b.id()).remaining());
        assertEquals(50, account.available());
    }

    @Test
    void case18_shouldExpireNoLotAndNoHoldEarlyForASenderWithAFastClock() {
        // Given
        Posting today = account.earn(100, expiringIn(1), cause(NOW));
        account.redeem(60, ofOrder(NOW));
        Hold hold = account.holds().place(20, NOW.plus(Duration.ofHours(5)), cause(NOW));
        Posting other = account.earn(10, LotTerms.LASTING, cause(NOW));
        account.bookAt(NOW.plusSeconds(60));

        // When
        Cause fast = cause(NOW.plus(Duration.ofHours(30)));
        account.advance(fast.occurredAt());
        account.refunds().returnSpent(account.changes().spends().getFirst(), 60, fast);
        account.refunds().clawBack(other.id(), 10, fast, new RefundPolicy(0));

        // Then
        assertTrue(account.holds().find(hold.id()).orElseThrow().open());
        assertEquals(80, account.lot(today.id()).remaining());
        assertEquals(0, account.lot(today.id()).expired());
        assertEquals(NOW.plusSeconds(60), account.changes().postings().getLast().occurredAt());
        account.bookAt(day(2));
        account.advance(day(2));
        assertEquals(0, account.available());
    }

    @Test
    void shouldRefuseAmountsThatAreNotPositive() {
        assertThrows(IllegalArgumentException.class, () -> account.earn(0, LotTerms.LASTING, cause(NOW)));
        assertThrows(IllegalArgumentException.class, () -> account.redeem(-5, cause(NOW)));
    }

    @Test
    void shouldRefuseToSpendWithoutLoadedLots() {
        Account withoutLots =
                new Account(new MemberId(Ids.next()), Asset.POINTS, new Balances(100, 0, 0, 0, 0, 1), Ids::next);

        assertThrows(IllegalStateException.class, () -> withoutLots.redeem(50, cause(NOW)));
    }

    @Test
    void shouldGiveEqualPostingsForEqualIdsAndCalls() {
        assertEquals(historyWithCountedIds(), historyWithCountedIds());
    }

    /** Points that are earned, redeemed in part and expire, with the ids 1, 2 and 3. */
    private static List<Posting> historyWithCountedIds() {
        AtomicLong number = new AtomicLong();
        Account account = new Account(
                new MemberId(new UUID(1, 1)), Asset.POINTS, Balances.NONE, () -> new UUID(7, number.incrementAndGet()));
        account.load(List.of(), List.of());
        account.earn(30, expiringIn(10), Cause.of(new UUID(2, 1), "test", NOW, null));
        account.redeem(20, Cause.of(new UUID(2, 2), "test", day(1), null));
        account.advance(day(11));
        return account.changes().postings();
    }

    private static Lot lotThatExpiresOnTheTenthDay(int number) {
        return new Lot(
                new UUID(7, number),
                new LotOrigin(10 + number, NOW, null, null),
                LotUnits.opened(0, 10 + number),
                expiringIn(10),
                null);
    }

    private static Account holding(List<Lot> lots) {
        long held = lots.stream().mapToLong(Lot::remaining).sum();
        Account account = new Account(
                new MemberId(Ids.next()), Asset.POINTS, new Balances(held, 0, 0, 0, 0, lots.size()), Ids::next);
        account.load(lots, List.of());
        return account;
    }

    private static List<UUID> causesOf(Account account) {
        return account.changes().postings().stream()
                .map(posting -> posting.cause().id())
                .toList();
    }

    private static Cause cause(Instant occurredAt) {
        return Cause.of(Ids.next(), "test", occurredAt, null);
    }

    private static Cause ofOrder(Instant occurredAt) {
        return Cause.of(Ids.next(), "test", occurredAt, "order");
    }

    private static Instant day(int day) {
        return NOW.plus(Duration.ofDays(day));
    }

    private static Account opened() {
        Account account = new Account(new MemberId(Ids.next()), Asset.POINTS, Balances.NONE, Ids::next);
        account.load(List.of(), List.of());
        return account;
    }

    private static LotTerms expiringIn(int days) {
        return LotTerms.until(NOW.plus(Duration.ofDays(days)));
    }
}
