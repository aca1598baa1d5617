package dev.lodestone.points.ledger.sealing;

import dev.lodestone.points.ledger.blocks.BlockHead;
import dev.lodestone.points.ledger.checks.TrustedKeys;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.heads.PublishedHead;
import dev.lodestone.points.ledger.sealingkeys.PrivateSealingKey;
import dev.lodestone.points.ledger.sealingkeys.SealingKeys;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which heads kept outside count before anything is sealed: those that a pinned key signed, as in a verification, or a private key of this
 * process, which nobody else has. Every writer to a topic can add a head with a key of their own.
 */
record TrustedHeads(TrustedKeys pinned, SealingKeys own) {
    /** The heads of {@code chain} that count. */
    Predicate<PublishedHead> of(Chain chain) {
        return head -> head.chain() == chain && trusts(head.keyId()) && BlockHead.isGenuine(head);
    }

    private boolean trusts(String keyId) {
        return pinned.trusts(keyId) || isKey(own.current(), keyId) || isKey(own.previous(), keyId);
    }

    private static boolean isKey(@Nullable PrivateSealingKey key, String keyId) {
        return key != null && key.id().hex().equals(keyId);
    }
}
