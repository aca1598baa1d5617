package dev.lodestone.points.ledger.account;

import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotMovement;
import java.util.List;

/**
 * The changes of an account since it was opened.
 *
 * @param postings new postings in the order of their versions
 * @param lots opened and changed lots in their present state
 * @param movements changes that the postings made to lots opened earlier
 * @param holds placed and closed holds in their present state
 * @param spends new and partly returned spends on orders in their present state
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
