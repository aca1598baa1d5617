package dev.lodestone.points.ledger.verification;

/** The stages of a verification, in this order. */
enum Stage {
    /** Compares the keys that sealed with the pinned keys. */
    KEYS,
    /** Checks the blocks of postings, and the postings in them. */
    BLOCKS,
    /** Checks the blocks of audit entries, and the entries in them. */
    ENTRIES,
    /** Compares the chains with their heads kept outside the database. */
    HEADS,
    /** Compares accounts, lots and holds with the postings. */
    ACCOUNTS,
    /** Compares redemptions and orders with the postings that they caused. */
    ORDERS,
    /** Compares the accounts of the brand with the sums of the postings. */
    PROGRAMS,
    /** Compares published rules and the reward catalogue with the audit entries. */
    DEFINITIONS,
    /** Looks for rows that wait too long for their seal. */
    UNSEALED
}
