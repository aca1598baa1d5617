package dev.lodestone.points.ledger.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            assertEquals(version, posting.accountVersion(), "versions have no gap");
            assertEquals(
                    places.get(LedgerAccount.AVAILABLE),
                    posting.after().available(),
                    "available after " + posting.kind());
            assertEquals(
                    places.get(LedgerAccount.PENDING), posting.after().pending(), "pending after " + posting.kind());
            assertEquals(places.get(LedgerAccount.HELD), posting.after().held(), "held after " + posting.kind());
            assertTrue(posting.after().available() >= posting.after().floor(), "not below the floor");
        }
        assertEquals(version, balances.version(), "version");
        long members = balances.available() + balances.pending() + balances.held();
        long brands = places.get(LedgerAccount.ISSUED)
                + places.get(LedgerAccount.REDEEMED)
                + places.get(LedgerAccount.EXPIRED);
        assertEquals(0, members + brands, "sum over all accounts");
        assertEquals(books.plain.count(Where.SPENT), places.get(LedgerAccount.REDEEMED), "redeemed");
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
            assertEquals(
                    lot.amount() + free.getOrDefault(lot.id(), 0L), lot.pending() + lot.remaining(), "free of lot");
            assertEquals(held.getOrDefault(lot.id(), 0L), lot.held(), "held of lot");
        }
        assertEquals(remaining - balances.overdraft(), balances.available(), "what remains in lots less the overdraft");
        assertEquals(-free.get(Lots.OVERDRAFT), balances.overdraft(), "overdraft");
        assertTrue(balances.overdraft() == 0 || remaining == 0, "an overdrawn account has no remaining units");
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
                assertTrue(
                        left >= 0 && left <= lot.amount(),
                        "a lot of " + lot.amount() + " had " + left + " on day " + ModelHarness.day(change.getKey()));
            }
        }
    }

    private void equalsThePlainAccount() {
        assertEquals(books.plain.balance(), balances.available(), "available");
        assertEquals(books.plain.count(Where.PENDING), balances.pending(), "pending");
        assertEquals(books.plain.count(Where.HELD), balances.held(), "held");
        for (PlainLot plain : books.plain.lots.values()) {
            Lot lot = written.lots().get(plain.id);
            List<Long> expected = List.of(
                    plain.count(Where.PENDING),
                    plain.count(Where.FREE),
                    plain.count(Where.HELD),
                    plain.count(Where.EXPIRED),
                    plain.clawedBack);
            assertEquals(
                    expected,
                    List.of(lot.pending(), lot.remaining(), lot.held(), lot.expired(), lot.clawedBack()),
                    "pending, remaining, held, expired, clawed back of the lot earned on day " + plain.earned);
            assertEquals(plain.expires, lot.expiresAt() == null ? null : ModelHarness.day(lot.expiresAt()), "expires");
        }
        Map<Move, Long> moves = new HashMap<>();
        for (Posting posting : written.postings()) {
            moves.merge(new Move(posting.kind(), ModelHarness.day(posting.occurredAt())), posting.amount(), Long::sum);
        }
        assertEquals(books.plain.moves, moves, "what moved when");
    }

    /** If nothing else happens, and however often it is looked after what is due. */
    private void forecastIsBooked() {
        Account copy = written.open(Set.of());
        for (int days : new int[] {0, 1, 10, 400}) {
            Instant until = ModelHarness.at(books.today + days);
            Plan plan = Plan.of(written, until);
            copy.advance(until);
            assertEquals(plan.balance(), copy.available(), "balance in " + days + " days");
            assertEquals(plan.expiries(), expiries(copy.changes()), "the expiries within " + days + " days");
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
            assertEquals(posting.reverses() == null, reversed == null, "the reversed posting was written before");
            Explained.check(posting, reversed);
            known.put(posting.id(), posting);
        }
    }
}
