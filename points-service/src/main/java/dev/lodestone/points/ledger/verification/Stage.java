package dev.lodestone.points.ledger.verification;

/** What a check goes through, in this order. */
enum Stage {
    /** The keys that sealed, against those that are pinned. */
    KEYS,
    /** Blocks of postings, and the postings in them. */
    BLOCKS,
    /** Blocks of audit entries, and the entries in them. */
    ENTRIES,
    /** The chains, against their heads outside the database. */
    HEADS,
    /** Accounts with their lots and holds, against postings. */
    ACCOUNTS,
    /** Published rules and the catalogue, against audit entries. */
    DEFINITIONS
}
