package dev.lodestone.points.ledger.blocks;

import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.CanonicalJson;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.heads.PublishedHead;
import dev.lodestone.points.ledger.sealingkeys.PrivateSealingKey;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Makes the published heads of chains, and the declaration of an operator to resume a chain after a restore. */
public final class BlockHead {
    private static final String RESUMPTION = "lodestone-resumption/1";

    private BlockHead() {}

    /** The head of {@code block}, which {@code key} signed. */
    public static PublishedHead of(Block block, SealingKey key) {
        Block.Header header = block.header();
        return new PublishedHead(
                header.format().chain(),
                PublishedHead.Kind.SEALED,
                header.number(),
                block.hash().hex(),
                key.id().hex(),
                base64(key.publicKey()),
                header.sealedAt().toString(),
                header.canonical(),
                base64(block.signature()));
    }

    /** {@code actor}'s declaration that {@code chain} continues after {@code head} and that later blocks, if any existed, are abandoned. */
    public static PublishedHead resumed(
            Chain chain, Sealer.Head head, PrivateSealingKey key, String actor, String reason, Instant at) {
        String content = resumption(chain.name(), head.number(), head.hash(), key.id(), actor, reason, at);
        return new PublishedHead(
                chain,
                PublishedHead.Kind.RESUMED,
                head.number(),
                head.hash().hex(),
                key.id().hex(),
                base64(key.publicKey()),
                at.toString(),
                content,
                base64(key.sign(content)));
    }

    private static String resumption(
            String chain, long number, Hash hash, Hash keyId, String actor, String reason, Instant at) {
        return new CanonicalJson()
                .put("actor", actor)
                .put("chain", chain)
                .put("format", RESUMPTION)
                .put("hash", hash)
                .put("keyId", keyId)
                .put("number", number)
                .put("reason", reason)
                .put("resumedAt", at)
                .toString();
    }

    /**
     * True if the signed text of {@code head} matches its fields and its key signed it. The caller must check whether it trusts that key.
     */
    public static boolean isGenuine(PublishedHead head) {
        try {
            SealingKey key = SealingKey.ofPublic(Base64.getDecoder().decode(head.publicKey()));
            byte[] content = head.content().getBytes(StandardCharsets.UTF_8);
            return key.id().hex().equals(head.keyId())
                    && key.verifies(content, Base64.getDecoder().decode(head.signature()))
                    && saysTheSame(head);
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            return false;
        }
    }

    private static boolean saysTheSame(PublishedHead head) {
        String number = "\"number\":" + head.number() + ",";
        return head.content().contains(number)
                && switch (head.kind()) {
                    case SEALED ->
                        Hash.of(head.content()).hex().equals(head.hash())
                                && head.content().contains(prefix(head.chain()));
                    case RESUMED ->
                        head.content().contains("\"hash\":\"" + head.hash() + "\"")
                                && head.content()
                                        .contains("\"chain\":\"" + head.chain() + "\",\"format\":\"" + RESUMPTION);
                };
    }

    private static String prefix(Chain chain) {
        String text = BlockFormat.current(chain).text();
        return "\"format\":\"" + text.substring(0, text.indexOf('/') + 1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
