package dev.lodestone.points.verification;

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
    KEY_INVALID
}
