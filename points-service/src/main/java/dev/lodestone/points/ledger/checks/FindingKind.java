package dev.lodestone.points.ledger.checks;

/** The kinds of defects of a ledger. */
public enum FindingKind {
    /** A posting was changed after it was sealed. */
    POSTING_CHANGED,
    /** A sealed posting is missing. */
    POSTING_MISSING,
    /** An unsealed posting is in the range of a block. */
    POSTING_INSERTED,
    /** The preceding posting of the account is missing. */
    POSTING_WITHOUT_PREDECESSOR,
    /** The balances after a posting are not those of its predecessor plus its own movement. */
    POSTING_DOES_NOT_ADD_UP,
    /** The balances of an account are not those after its last posting, or its totals are not the sums of its postings. */
    ACCOUNT_DIFFERS,
    /** A block is missing. */
    BLOCK_MISSING,
    /** A block was changed: its hash, leaves and header do not match. */
    BLOCK_CHANGED,
    /** A block does not contain the hash of the block before it. */
    CHAIN_BROKEN,
    /** The signature of a block is not from the key that it names. */
    SIGNATURE_INVALID,
    /** A key does not match the signed record that introduced it. */
    KEY_INVALID,
    /** A sealing key is not pinned. */
    KEY_UNTRUSTED,
    /** No key is pinned, so the origin of the seals is unknown. */
    KEYS_NOT_PINNED,
    /** An audit entry was changed after it was sealed. */
    ENTRY_CHANGED,
    /** A sealed audit entry is missing. */
    ENTRY_MISSING,
    /** An unsealed audit entry is in the range of a block. */
    ENTRY_INSERTED,
    /** A head kept outside names a missing block: the newest blocks were removed, or an older backup was restored. */
    CHAIN_TRUNCATED,
    /** A head kept outside names a different block with this number: the history was sealed again. */
    CHAIN_REPLACED,
    /** A line in a file of heads is not a head signed by a pinned key; only the service writes there. */
    HEAD_INVALID,
    /** The account of a posting is missing. */
    ACCOUNT_MISSING,
    /** A lot does not match its postings. */
    LOT_DIFFERS,
    /** The lots of an account do not add up to its balances. */
    LOTS_DIFFER,
    /** A hold does not match its postings. */
    HOLD_DIFFERS,
    /** The open holds of an account do not add up to its held units. */
    HOLDS_DIFFER,
    /** A redemption does not match the posting that paid for it, or its reward never had that cost. */
    REDEMPTION_DIFFERS,
    /** What an order says of the units that paid for it does not match the postings. */
    SPEND_DIFFERS,
    /** The state or the awards of an order contradict the postings that it caused. */
    ORDER_DIFFERS,
    /** A published rule differs from its audit entry. */
    RULE_DIFFERS,
    /** A reward differs from its last audit entry. */
    REWARD_DIFFERS,
    /** An account of the brand is not the sum of its postings. */
    PROGRAM_DIFFERS,
    /** Rows wait too long for their seal. This is no proof of a change, but a change of them would leave no trace. */
    UNSEALED
}
