package dev.lodestone.points.ledger.postings;

import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Hold;

/** A hold in its booked state, without the parts of lots that it reserves, and the asset of its account. */
public record StoredHold(Asset asset, Hold hold) {}
