package dev.lodestone.points.ledger;

import dev.lodestone.events.MemberId;
import dev.lodestone.points.account.Hold;
import dev.lodestone.points.account.Lot;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies in the accounts of {@code members}; an account without a key is empty. */
record Contents(Set<MemberId> members, Map<Book.Key, List<Lot>> lots, Map<Book.Key, List<Hold>> holds) {}
