package dev.lodestone.points.ledger.sealingkeys;

import dev.lodestone.points.ledger.hashing.Hash;

/** This process holds a key that another one has replaced: it must not seal any more, or a stolen old key could. */
public final class RetiredKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RetiredKeyException(Hash keyId) {
        super("The sealing key " + keyId + " has been replaced by a newer one: configure that one here too");
    }
}
