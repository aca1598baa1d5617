package dev.lodestone.points.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(account.changes().movements().stream()
                        .map(LotMovement::lotId)
                        .toList())
                .isEqualTo(List.of(soon.id(), soonButYounger.id(), late.id(), never.id()));
        assertThat(account.openLots().stream().map(Lot::id).toList()).isEqualTo(List.of(never.id()));
        assertThat(account.openLots().getFirst().remaining()).isEqualTo(5);
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
        assertThat(account.changes().movements().stream()
                        .map(LotMovement::lotId)
                        .toList())
                .isEqualTo(List.of(own.id(), other.id()));
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
        assertThat(last.kind()).isEqualTo(PostingKind.CLAWED_BACK);
        assertThat(last.occurredAt()).isEqualTo(day(8));
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
        assertThat(last.kind()).isEqualTo(PostingKind.EXPIRED);
        assertThat(last.occurredAt()).isEqualTo(day(15));
        assertThat(last.amount()).isEqualTo(5);
        assertThat(account.available()).isEqualTo(5);
        account.advance(day(16));
        assertThat(account.available()).isEqualTo(0);
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
        assertThat(account.lot(soon.id()).remaining()).isEqualTo(0);
        assertThat(account.lot(late.id()).remaining()).isEqualTo(10);
    }

    @Test
    void P01_shouldHoldUnitsEarnedAheadOfTheClockForTheFullDuration() {
        // Given
        account.earn(10, LotTerms.LASTING, cause(NOW.plusSeconds(5)));

        // When
        Hold hold = account.holds().place(10, NOW.plusSeconds(1), cause(NOW));

        // Then
        assertThat(hold.heldAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(hold.expiresAt()).isEqualTo(NOW.plusSeconds(6));
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
        assertThat(causesOf(one)).isEqualTo(expired);
        assertThat(causesOf(other)).isEqualTo(expired);
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
        assertThat(account.lot(a.id()).expired()).isEqualTo(20);
        assertThat(account.lot(b.id()).remaining()).isEqualTo(50);
        assertThat(account.available()).isEqualTo(50);
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
        assertThat(account.holds().find(hold.id()).orElseThrow().open()).isTrue();
        assertThat(account.lot(today.id()).remaining()).isEqualTo(80);
        assertThat(account.lot(today.id()).expired()).isEqualTo(0);
        assertThat(account.changes().postings().getLast().occurredAt()).isEqualTo(NOW.plusSeconds(60));
        account.bookAt(day(2));
        account.advance(day(2));
        assertThat(account.available()).isEqualTo(0);
    }

    @Test
    void shouldRefuseAmountsThatAreNotPositive() {
        assertThatThrownBy(() -> account.earn(0, LotTerms.LASTING, cause(NOW)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> account.redeem(-5, cause(NOW))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseToSpendWithoutLoadedLots() {
        Account withoutLots =
                new Account(new MemberId(Ids.next()), Asset.POINTS, new Balances(100, 0, 0, 0, 0, 1), Ids::next);

        assertThatThrownBy(() -> withoutLots.redeem(50, cause(NOW))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldGiveEqualPostingsForEqualIdsAndCalls() {
        assertThat(historyWithCountedIds()).isEqualTo(historyWithCountedIds());
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
