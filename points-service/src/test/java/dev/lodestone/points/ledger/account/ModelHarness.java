package dev.lodestone.points.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.ledger.account.PlainAccount.PlainHold;
import dev.lodestone.points.ledger.account.PlainAccount.PlainLot;
import dev.lodestone.points.ledger.account.PlainAccount.PlainSpend;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotPart;
import dev.lodestone.points.ledger.lots.LotTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account and its plain double. Every command goes to both, at business times up to a month late or two days early; in between the
 * account is written, forgotten and opened again.
 */
final class ModelHarness {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final PlainAccount plain = new PlainAccount();
    long today = 100;
    private StoredAccount stored = StoredAccount.empty(new MemberId(Ids.next()));
    private Account account = stored.open(Set.of());

    static Instant at(long day) {
        return START.plus(Duration.ofDays(day));
    }

    static long day(Instant instant) {
        return Duration.between(START, instant).toDays();
    }

    Account account() {
        return account;
    }

    /** What the tables would keep if it were written now. */
    StoredAccount written() {
        return stored.with(account.changes());
    }

    void reload(Set<UUID> named) {
        stored = written();
        account = stored.open(named);
    }

    void earn(
            PostingKind kind,
            long amount,
            int lateDays,
            @Nullable Integer pendingDays,
            @Nullable Integer validDays,
            @Nullable Integer extendsDays) {
        long earned = today - lateDays;
        Long available =
                kind == PostingKind.EARNED_PENDING ? (Long) (earned + (pendingDays == null ? 7 : pendingDays)) : null;
        Long expires = validDays == null ? null : (Long) (earned + validDays);
        Integer extending = expires == null ? null : extendsDays;
        LotTerms terms =
                new LotTerms(available == null ? null : at(available), expires == null ? null : at(expires), extending);
        Posting posting = kind == PostingKind.GRANTED
                ? account.grant(amount, terms, cause(earned, null))
                : account.earn(amount, terms, cause(earned, null));
        plain.earn(kind, new PlainLot(posting.id(), earned, available, expires, extending), amount);
    }

    void redeem(long amount, @Nullable String orderId) {
        advance(today);
        ifEnough(amount, () -> {
            Posting posting = account.redeem(amount, cause(today, orderId));
            plain.redeem(posting.id(), amount, today);
        });
    }

    void deduct(long amount) {
        advance(today);
        ifEnough(amount, () -> {
            account.deduct(amount, cause(today, null));
            plain.deduct(amount, today);
        });
    }

    void hold(long amount, int days, @Nullable String orderId) {
        advance(today);
        ifEnough(amount, () -> {
            Hold hold = account.holds().place(amount, at(today + days), cause(today, orderId));
            plain.hold(hold.id(), amount, today, days);
        });
    }

    /** Posts {@code amount} of a hold, which may exceed the hold; the hold may be closed. */
    void post(int index, long amount) {
        settle(index, (hold, plainHold) -> {
            if (amount > hold.amount()) {
                assertThatThrownBy(() -> account.holds().post(hold, amount, cause(today, null)))
                        .isInstanceOf(ProblemException.class);
            } else {
                Hold posted = account.holds().post(hold, amount, cause(today, null));
                assertThat(posted.status()).isEqualTo(Hold.Status.POSTED);
                Posting posting = account.changes().postings().stream()
                        .filter(one -> one.kind() == PostingKind.HOLD_POSTED)
                        .reduce((first, last) -> last)
                        .orElseThrow();
                plain.post(posting.id(), plainHold, amount, today);
            }
        });
    }

    void voidHold(int index) {
        settle(index, (hold, plainHold) -> {
            account.holds().voidHold(hold, cause(today, null));
            plain.voidHold(plainHold, today);
        });
    }

    void sweep(int days) {
        today += days;
        advance(today);
    }

    void clawBack(int index, long amount, int lateDays, long floor) {
        onLot(index, (lot, plainLot) -> {
            long day = today - lateDays;
            advance(day);
            long due = Math.min(amount, lot.amount() - lot.clawedBack());
            if (due > 0) {
                long before = plainLot.clawedBack;
                long taken = account.refunds().clawBack(lot.id(), due, cause(day, null), new RefundPolicy(floor));
                plain.clawBack(plainLot, due, day, floor);
                assertThat(taken).as("clawed back").isEqualTo(plainLot.clawedBack - before);
            }
        });
    }

    void returnSpent(int index, long amount, int lateDays) {
        if (plain.spends.isEmpty()) {
            return;
        }
        UUID id = pick(plain.spends.keySet(), index);
        PlainSpend plainSpend = plain.spends.get(id);
        Set<UUID> lots =
                written().spend(id).parts().stream().map(LotPart::lotId).collect(Collectors.toSet());
        reload(lots);
        OrderSpend spend = stored.spend(id);
        long day = today - lateDays;
        advance(day);
        // In two steps; the second step uses the spend as it was loaded.
        long due = Math.min(amount, plainSpend.notReturned().size());
        for (long part : new long[] {due / 2, due - due / 2}) {
            if (part > 0) {
                account.refunds().returnSpent(spend, part, cause(day, null));
                plain.returnSpent(plainSpend, part, day);
            }
        }
        assertThat(account.refunds().returnedOf(spend))
                .isEqualTo(plainSpend.points.size() - plainSpend.notReturned().size());
    }

    void extend(int lateDays) {
        account.extend(at(today - lateDays));
        plain.extend(today - lateDays);
    }

    private void advance(long day) {
        account.advance(at(day));
        plain.advance(day);
    }

    private void ifEnough(long amount, Runnable command) {
        if (amount > plain.balance()) {
            long version = account.balances().version();
            assertThatThrownBy(command::run).isInstanceOf(ProblemException.class);
            assertThat(account.balances().version())
                    .as("a refused command changes nothing")
                    .isEqualTo(version);
        } else {
            command.run();
        }
    }

    private interface Settling {
        void settle(Hold hold, PlainHold plainHold);
    }

    private void settle(int index, Settling settling) {
        if (plain.holds.isEmpty()) {
            return;
        }
        advance(today);
        Set<UUID> open = plain.holds.values().stream()
                .filter(PlainHold::open)
                .map(hold -> hold.id)
                .collect(Collectors.toSet());
        UUID id = pick(open.isEmpty() || index % 4 == 0 ? plain.holds.keySet() : open, index);
        PlainHold plainHold = plain.holds.get(id);
        Hold hold = account.holds().find(id).orElseGet(() -> written().holds().get(id));
        assertThat(hold.open()).as("whether the hold is open").isEqualTo(plainHold.open());
        if (plainHold.open()) {
            settling.settle(hold, plainHold);
        } else {
            assertThatThrownBy(() -> account.holds().post(hold, 1, cause(today, null)))
                    .isInstanceOf(ProblemException.class);
            if (hold.status() == Hold.Status.POSTED) {
                assertThatThrownBy(() -> account.holds().voidHold(hold, cause(today, null)))
                        .isInstanceOf(ProblemException.class);
            } else {
                assertThat(account.holds().voidHold(hold, cause(today, null))).isEqualTo(hold);
            }
        }
    }

    private interface OfLot {
        void accept(Lot lot, PlainLot plainLot);
    }

    private void onLot(int index, OfLot command) {
        if (!plain.lots.isEmpty()) {
            UUID id = pick(plain.lots.keySet(), index);
            reload(Set.of(id));
            command.accept(stored.lots().get(id), plain.lots.get(id));
        }
    }

    /** Mostly one of the newest. Ids grow, so that the same index means the same when a failing run is repeated. */
    private static UUID pick(Set<UUID> ids, int index) {
        List<UUID> newestFirst = ids.stream().sorted(Comparator.reverseOrder()).toList();
        return newestFirst.get(index % (index % 3 == 0 ? ids.size() : Math.min(ids.size(), 4)));
    }

    private static Cause cause(long day, @Nullable String orderId) {
        return Cause.of(Ids.next(), "test", at(day), orderId);
    }
}
