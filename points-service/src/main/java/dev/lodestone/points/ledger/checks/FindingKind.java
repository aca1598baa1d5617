package dev.lodestone.points.ledger.checks;

/** What may be wrong with a book. */
public enum FindingKind {
    /** A posting says something else than when it was sealed. */
    POSTING_CHANGED,
    /** A posting that was sealed is gone. */
    POSTING_MISSING,
    /** A posting stands among sealed ones and is not sealed itself. */
    POSTING_INSERTED,
    /** The posting before this one of its account is not there. */
    POSTING_WITHOUT_PREDECESSOR,
    /** A posting does not leave what its predecessor left and it moved. */
    POSTING_DOES_NOT_ADD_UP,
    /** An account does not hold what its last posting left. */
    ACCOUNT_DIFFERS,
    /** A block is gone. */
    BLOCK_MISSING,
    /** A block was changed: its hash, its leaves and its header do not belong together. */
    BLOCK_CHANGED,
    /** A block does not name the hash of the block before it. */
    CHAIN_BROKEN,
    /** A block's signature is not that of the key that it names. */
    SIGNATURE_INVALID,
    /** A key is not what brought it in. */
    KEY_INVALID,
    /** A key that sealed is none of those that are pinned. */
    KEY_UNTRUSTED,
    /** No key is pinned, so nobody can say whose seals these are. */
    KEYS_NOT_PINNED,
    /** An audit entry says something else than when it was sealed. */
    ENTRY_CHANGED,
    /** An audit entry that was sealed is gone. */
    ENTRY_MISSING,
    /** An audit entry stands among sealed ones and is not sealed itself. */
    ENTRY_INSERTED,
    /** A head kept outside names a block that is gone: the chain was cut off, or an older backup restored. */
    CHAIN_TRUNCATED,
    /** A head kept outside names another block of this number: history was sealed anew. */
    CHAIN_REPLACED,
    /** What is kept outside among the heads is none that a pinned key signed. */
    HEAD_INVALID,
    /** There are postings without their account. */
    ACCOUNT_MISSING,
    /** A lot is not what postings opened and left of it. */
    LOT_DIFFERS,
    /** The lots of an account do not add up to it. */
    LOTS_DIFFER,
    /** A hold is not what postings reserved and released. */
    HOLD_DIFFERS,
    /** The open holds of an account do not add up to it. */
    HOLDS_DIFFER,
    /** A published rule is not what its audit entry says. */
    RULE_DIFFERS,
    /** A reward is not what its last audit entry says. */
    REWARD_DIFFERS
}
