/**
 * Checks the whole book by schedule and on request, and names every row that does not fit: postings and audit entries against their seals,
 * seals against pinned keys and the heads kept outside, accounts, lots and holds against postings, rules and rewards against audit entries.
 * It may call {@code sealing} and {@code heads}, and reads the tables of others as they stand.
 */
@NullMarked
package dev.lodestone.points.verification;

import org.jspecify.annotations.NullMarked;
