package dev.lodestone.points.ledger.sealing;

import dev.lodestone.points.ledger.blocks.Block;
import dev.lodestone.points.ledger.blocks.SealLag;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the book is sealed. Whoever keeps these by can show later that history was not sealed anew.
 *
 * @param lastBlock the newest block, if there is one
 * @param keys all that ever sealed, oldest first
 * @param unsealed postings that wait, as the answering process last counted
 * @param oldestUnsealedAt since when the oldest of them waits
 * @param state whether the answering process seals, waits for a key, fails, or stands still since heads kept outside say otherwise
 * @param trouble what keeps the answering process from sealing, if anything does
 */
public record SealView(
        @Nullable BlockView lastBlock,
        List<KeyView> keys,
        long unsealed,
        @Nullable Instant oldestUnsealedAt,
        SealingState.Kind state,
        @Nullable String trouble) {

    /** A block: its header in the form that is signed, and its hash. */
    public record BlockView(long number, String hash, String header, String signature) {
        static BlockView of(Block block) {
            return new BlockView(
                    block.number(),
                    block.hash().hex(),
                    block.header().canonical(),
                    Base64.getEncoder().encodeToString(block.signature()));
        }
    }

    /** A key, and whether the key before it vouched for it; the first one has none before it. */
    public record KeyView(String id, long fromBlock, boolean vouchedFor) {
        static KeyView of(SealingKey key) {
            return new KeyView(key.id().hex(), key.fromBlock(), key.previousSignature() != null);
        }
    }

    static SealView of(@Nullable Block last, List<SealingKey> keys, SealingState state) {
        SealLag lag = state.lag();
        return new SealView(
                last == null ? null : BlockView.of(last),
                keys.stream().map(KeyView::of).toList(),
                lag.postings(),
                lag.oldestPostedAt(),
                state.kind(),
                state.trouble().isEmpty() ? null : state.trouble());
    }
}
