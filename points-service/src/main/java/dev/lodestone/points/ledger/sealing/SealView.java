package dev.lodestone.points.ledger.sealing;

import dev.lodestone.points.ledger.blocks.Block;
import dev.lodestone.points.ledger.blocks.SealLag;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of sealing. Auditors who keep these answers can later prove whether the history was sealed again.
 *
 * {@snippet lang=json :
 * {
 *   "lastBlock": {"number": 812, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
 *     "header": "{\"firstTx\":9001,\"format\":\"lodestone-block/3\"}", "signature": "MEQCIDv1"},
 *   "keys": [{"id": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "fromBlock": 1, "vouchedFor": false}],
 *   "unsealed": 3, "oldestUnsealedAt": "2026-03-01T04:31:07Z", "state": "SEALING", "trouble": null
 * }
 * }
 *
 * @param lastBlock the newest block, if any
 * @param keys all keys that ever sealed, oldest first
 * @param unsealed number of unsealed postings, from the last count of the answering process
 * @param oldestUnsealedAt booking time of the oldest unsealed posting
 * @param state whether the answering process seals, has no key, fails, or has stopped because the heads kept outside differ
 * @param trouble why the answering process does not seal, if so
 */
public record SealView(
        @Nullable BlockView lastBlock,
        List<KeyView> keys,
        long unsealed,
        @Nullable Instant oldestUnsealedAt,
        SealingState.Kind state,
        @Nullable String trouble) {

    /** A block: its header exactly as signed, and its hash. */
    public record BlockView(long number, String hash, String header, String signature) {
        static BlockView of(Block block) {
            return new BlockView(
                    block.number(),
                    block.hash().hex(),
                    block.header().canonical(),
                    Base64.getEncoder().encodeToString(block.signature()));
        }
    }

    /** A key, and whether the key before it vouched for it; the first key has no key before it. */
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
