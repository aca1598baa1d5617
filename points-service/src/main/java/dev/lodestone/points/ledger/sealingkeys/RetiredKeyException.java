package dev.lodestone.points.ledger.sealingkeys;

import dev.lodestone.points.ledger.hashing.Hash;

/** A newer key has replaced the key of this process. The old key must not seal any more; otherwise a stolen old key could seal, too. */
public final class RetiredKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RetiredKeyException(Hash keyId) {
        super("The sealing key " + keyId
                + " has been replaced by a newer one: configure the newer key in this process");
    }
}
