package dev.lodestone.points.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.earning.explanation.Explained;
import dev.lodestone.points.ledger.account.PlainAccount.Move;
import dev.lodestone.points.ledger.account.PlainAccount.PlainLot;
import dev.lodestone.points.ledger.account.PlainAccount.Where;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotMovement;
import dev.lodestone.points.ledger.lots.Lots;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What must be true of an account after whatever happened to it. */
final class BooksCheck {
    private final ModelHarness books;
    private final StoredAccount written;
    private final Balances balances;

    private BooksCheck(ModelHarness books) {
        this.books = books;
        this.written = books.written();
        this.balances = written.balances();
    }

    static void check(ModelHarness books) {
        BooksCheck check = new BooksCheck(books);
        check.postingsReplayToTheBalances();
        check.lotsAndMovementsAddUp();
        check.noLotEverExceededItsAmount();
        check.equalsThePlainAccount();
        check.forecastIsBooked();
        check.everyPostingIsExplained();
    }

    private void postingsReplayToTheBalances() {
        Map<LedgerAccount, Long> places = new EnumMap<>(LedgerAccount.class);
        for (LedgerAccount place : LedgerAccount.values()) {
            places.put(place, 0L);
        }
        long version = 0;
        for (Posting posting : written.postings()) {
            version++;
            places.merge(LedgerAccount.from(posting.kind()), -posting.amount(), Long::sum);
            places.merge(LedgerAccount.to(posting.kind()), posting.amount(), Long::sum);
            assertThat(posting.accountVersion()).as("versions have no gap").isEqualTo(version);
            assertThat(posting.after().available())
                    .as("available after " + posting.kind())
                    .isEqualTo(places.get(LedgerAccount.AVAILABLE));
            assertThat(posting.after().pending())
                    .as("pending after " + posting.kind())
                    .isEqualTo(places.get(LedgerAccount.PENDING));
            assertThat(posting.after().held())
                    .as("held after " + posting.kind())
                    .isEqualTo(places.get(LedgerAccount.HELD));
            assertThat(posting.after().available())
                    .as("not below the floor")
                    .isGreaterThanOrEqualTo(posting.after().floor());
        }
        assertThat(balances.version()).as("version").isEqualTo(version);
        long members = balances.available() + balances.pending() + balances.held();
        long brands = places.get(LedgerAccount.ISSUED)
                + places.get(LedgerAccount.REDEEMED)
                + places.get(LedgerAccount.EXPIRED);
        assertThat(members + brands).as("sum over all accounts").isEqualTo(0);
        assertThat(places.get(LedgerAccount.REDEEMED)).as("redeemed").isEqualTo(books.plain.count(Where.SPENT));
    }

    private void lotsAndMovementsAddUp() {
        Map<UUID, Long> free = new HashMap<>(Map.of(Lots.OVERDRAFT, 0L));
        Map<UUID, Long> held = new HashMap<>();
        for (LotMovement movement : written.movements()) {
            free.merge(movement.lotId(), movement.freeChange(), Long::sum);
            held.merge(movement.lotId(), movement.heldChange(), Long::sum);
        }
        long remaining = 0;
        for (Lot lot : written.lots().values()) {
            remaining += lot.remaining();
            assertThat(lot.pending() + lot.remaining())
                    .as("free of lot")
                    .isEqualTo(lot.amount() + free.getOrDefault(lot.id(), 0L));
            assertThat(lot.held()).as("held of lot").isEqualTo(held.getOrDefault(lot.id(), 0L));
        }
        assertThat(balances.available())
                .as("what remains in lots less the overdraft")
                .isEqualTo(remaining - balances.overdraft());
        assertThat(balances.overdraft()).as("overdraft").isEqualTo(-free.get(Lots.OVERDRAFT));
        assertThat(balances.overdraft() == 0 || remaining == 0)
                .as("an overdrawn account has no remaining units")
                .isTrue();
    }

    private void noLotEverExceededItsAmount() {
        Map<UUID, TreeMap<Instant, Long>> free = new HashMap<>();
        for (LotMovement movement : written.movements()) {
            free.computeIfAbsent(movement.lotId(), id -> new TreeMap<>())
                    .merge(movement.occurredAt(), movement.freeChange(), Long::sum);
        }
        for (Lot lot : written.lots().values()) {
            long left = lot.amount();
            for (Map.Entry<Instant, Long> change :
                    free.getOrDefault(lot.id(), new TreeMap<>()).entrySet()) {
                left += change.getValue();
                assertThat(left >= 0 && left <= lot.amount())
                        .as("a lot of " + lot.amount() + " had " + left + " on day "
                                + ModelHarness.day(change.getKey()))
                        .isTrue();
            }
        }
    }

    private void equalsThePlainAccount() {
        assertThat(balances.available()).as("available").isEqualTo(books.plain.balance());
        assertThat(balances.pending()).as("pending").isEqualTo(books.plain.count(Where.PENDING));
        assertThat(balances.held()).as("held").isEqualTo(books.plain.count(Where.HELD));
        for (PlainLot plain : books.plain.lots.values()) {
            Lot lot = written.lots().get(plain.id);
            List<Long> expected = List.of(
                    plain.count(Where.PENDING),
                    plain.count(Where.FREE),
                    plain.count(Where.HELD),
                    plain.count(Where.EXPIRED),
                    plain.clawedBack);
            assertThat(List.of(lot.pending(), lot.remaining(), lot.held(), lot.expired(), lot.clawedBack()))
                    .as("pending, remaining, held, expired, clawed back of the lot earned on day " + plain.earned)
                    .isEqualTo(expected);
            assertThat(lot.expiresAt() == null ? null : ModelHarness.day(lot.expiresAt()))
                    .as("expires")
                    .isEqualTo(plain.expires);
        }
        Map<Move, Long> moves = new HashMap<>();
        for (Posting posting : written.postings()) {
            moves.merge(new Move(posting.kind(), ModelHarness.day(posting.occurredAt())), posting.amount(), Long::sum);
        }
        assertThat(moves).as("what moved when").isEqualTo(books.plain.moves);
    }

    /** If nothing else happens, and however often it is looked after what is due. */
    private void forecastIsBooked() {
        Account copy = written.open(Set.of());
        for (int days : new int[] {0, 1, 10, 400}) {
            Instant until = ModelHarness.at(books.today + days);
            Plan plan = Plan.of(written, until);
            copy.advance(until);
            assertThat(copy.available()).as("balance in " + days + " days").isEqualTo(plan.balance());
            assertThat(expiries(copy.changes()))
                    .as("the expiries within " + days + " days")
                    .isEqualTo(plan.expiries());
        }
    }

    private static Map<Plan.Expiry, Long> expiries(AccountChanges changes) {
        Map<Long, LotMovement> movements = new HashMap<>();
        changes.movements().forEach(movement -> movements.put(movement.accountVersion(), movement));
        Map<Plan.Expiry, Long> expiries = new HashMap<>();
        for (Posting posting : changes.postings()) {
            if (posting.kind() == PostingKind.EXPIRED) {
                LotMovement movement = movements.get(posting.accountVersion());
                expiries.merge(
                        new Plan.Expiry(posting.occurredAt(), movement.lotId()), -movement.freeChange(), Long::sum);
            }
        }
        return expiries;
    }

    private void everyPostingIsExplained() {
        Map<UUID, Posting> known = new HashMap<>();
        for (Posting posting : written.postings()) {
            Posting reversed = known.get(posting.reverses());
            assertThat(reversed == null)
                    .as("the reversed posting was written before")
                    .isEqualTo(posting.reverses() == null);
            Explained.check(posting, reversed);
            known.put(posting.id(), posting);
        }
    }
}
