package dev.lodestone.points.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotMovement;
import dev.lodestone.points.ledger.lots.LotPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the tables keep of an account, written and read as the ledger does it; holds what their constraints hold. */
record StoredAccount(
        MemberId member,
        Balances balances,
        List<Posting> postings,
        Map<UUID, Lot> lots,
        List<LotMovement> movements,
        Map<UUID, Hold> holds,
        Map<UUID, OrderSpend> orderSpends) {

    static StoredAccount empty(MemberId member) {
        return new StoredAccount(member, Balances.NONE, List.of(), Map.of(), List.of(), Map.of(), Map.of());
    }

    /** Opens it for what may need {@code named} lots, with no lot or hold loaded that need not be. */
    Account open(Set<UUID> named) {
        Account account = new Account(member, Asset.POINTS, balances, Ids::next);
        account.load(
                lots.values().stream()
                        .filter(lot -> named.contains(lot.id()) || mustBeLoaded(lot))
                        .toList(),
                holds.values().stream().filter(Hold::open).toList());
        return account;
    }

    static boolean mustBeLoaded(Lot lot) {
        return lot.pending() + lot.remaining() + lot.held() > 0
                || lot.terms().extendsDays() != null && lot.expired() > 0;
    }

    StoredAccount with(AccountChanges changes) {
        List<Posting> allPostings = new ArrayList<>(postings);
        allPostings.addAll(changes.postings());
        Map<UUID, Lot> allLots = new LinkedHashMap<>(lots);
        changes.lots().forEach(lot -> allLots.put(lot.id(), lot));
        List<LotMovement> allMovements = new ArrayList<>(movements);
        allMovements.addAll(changes.movements());
        Map<UUID, Hold> allHolds = new LinkedHashMap<>(holds);
        changes.holds().forEach(hold -> allHolds.put(hold.id(), hold));
        Map<UUID, OrderSpend> allSpends = new LinkedHashMap<>(orderSpends);
        changes.spends().forEach(spend -> allSpends.put(spend.postingId(), spend));
        StoredAccount written = new StoredAccount(
                member, changes.account().balances(), allPostings, allLots, allMovements, allHolds, allSpends);
        written.checkConstraints();
        return written;
    }

    /** What posting {@code id} spent and how much of it came back, read from movements and postings. */
    OrderSpend spend(UUID id) {
        Posting posting = postings.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
        long returned = postings.stream()
                .filter(back -> back.kind() == PostingKind.RETURNED && id.equals(back.reverses()))
                .mapToLong(Posting::amount)
                .sum();
        List<LotPart> parts = movements.stream()
                .filter(movement -> movement.accountVersion() == posting.accountVersion())
                .map(movement -> new LotPart(movement.lotId(), -(movement.freeChange() + movement.heldChange())))
                .toList();
        OrderSpend known = orderSpends.get(id);
        String orderId = known == null ? "" : known.orderId();
        assertThat(known == null || known.returned() == returned)
                .as("what the order's row says came back")
                .isTrue();
        return new OrderSpend(
                id, posting.accountVersion(), orderId, posting.amount(), returned, posting.occurredAt(), parts);
    }

    private void checkConstraints() {
        record MovementKey(long accountVersion, UUID lotId) {}
        Set<MovementKey> keys = new HashSet<>();
        for (LotMovement movement : movements) {
            assertThat(keys.add(new MovementKey(movement.accountVersion(), movement.lotId())))
                    .as("one movement of a posting and lot")
                    .isTrue();
        }
        for (Hold hold : holds.values()) {
            assertThat(hold.expiresAt()).as("a hold ends after it began").isAfter(hold.heldAt());
            assertThat((hold.status() == Hold.Status.OPEN) == (hold.closedAt() == null))
                    .as("closed holds know when")
                    .isTrue();
            assertThat(hold.posted()).as("no hold is posted beyond its amount").isLessThanOrEqualTo(hold.amount());
            assertThat((hold.status() == Hold.Status.POSTED) == (hold.posted() > 0))
                    .as("posted holds say how much")
                    .isTrue();
        }
        for (OrderSpend spend : orderSpends.values()) {
            assertThat(spend.returned()).as("no more comes back than was spent").isLessThanOrEqualTo(spend.amount());
        }
        Map<UUID, Long> held = new HashMap<>();
        for (Hold hold : holds.values()) {
            hold.parts().forEach(part -> held.merge(part.lotId(), part.amount(), Long::sum));
        }
        for (Lot lot : lots.values()) {
            assertThat(lot.pending() == 0 || lot.terms().availableAt() != null)
                    .as("pending lots have a date")
                    .isTrue();
            assertThat(lot.held())
                    .as("the parts of open holds are what is held of the lots")
                    .isEqualTo(held.getOrDefault(lot.id(), 0L));
        }
    }
}
