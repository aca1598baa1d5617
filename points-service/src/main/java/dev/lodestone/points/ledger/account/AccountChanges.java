package dev.lodestone.points.ledger.account;

import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotMovement;
import java.util.List;

/**
 * What became of an account since it was opened.
 *
 * @param postings in the order of their versions
 * @param lots those opened or changed, as they are now
 * @param movements what the postings did to lots that had been opened before
 * @param holds those made or closed, as they are now
 * @param spends what was spent on orders, new or with something of it come back, as it is now
 */
public record AccountChanges(
        Account account,
        List<Posting> postings,
        List<Lot> lots,
        List<LotMovement> movements,
        List<Hold> holds,
        List<OrderSpend> spends) {
    public AccountChanges {
        postings = List.copyOf(postings);
        lots = List.copyOf(lots);
        movements = List.copyOf(movements);
        holds = List.copyOf(holds);
        spends = List.copyOf(spends);
    }

    public boolean isNothing() {
        return postings.isEmpty() && lots.isEmpty();
    }
}
