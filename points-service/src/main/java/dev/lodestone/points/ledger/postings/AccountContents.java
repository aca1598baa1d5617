package dev.lodestone.points.ledger.postings;

import dev.lodestone.events.MemberId;
import dev.lodestone.points.ledger.account.Hold;
import dev.lodestone.points.ledger.lots.Lot;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lots and holds in the accounts of {@code members}. An account whose key is absent has none. */
record AccountContents(
        Set<MemberId> members, Map<LockedAccounts.Key, List<Lot>> lots, Map<LockedAccounts.Key, List<Hold>> holds) {}
