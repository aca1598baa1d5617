package dev.lodestone.points.ledger.proof;

import dev.lodestone.points.ledger.blocks.Block;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JSON document that members download. Each key, block and posting is on its own line, exactly in the form that is signed or hashed. So
 * a checker can split it with plain shell tools and need not canonicalise anything.
 */
record ProofDocument(
        UUID member, String asset, long after, StatementPage page, List<SealingKey> keys, List<BlockProof> proofs) {
    private static final String FORMAT = "lodestone-statement-proof/1";

    /** The line of a posting, and its position. */
    private record Line(long version, String json) {}

    String json() {
        String head =
                "{\"format\":\"%s\",\"memberId\":\"%s\",\"asset\":\"%s\",\"after\":%d,\"next\":%s,\"unsealed\":%d,"
                        .formatted(FORMAT, member, asset, after, page.next(), page.unsealed());
        return head + "\n"
                + array("keys", keys.stream().map(ProofDocument::key).toList()) + ",\n"
                + array("blocks", proofs.stream().map(ProofDocument::block).toList()) + ",\n"
                + array("postings", postings()) + "}\n";
    }

    private List<String> postings() {
        List<Line> lines = new ArrayList<>();
        for (BlockProof proof : proofs) {
            for (BlockProof.Inclusion inclusion : proof.inclusions()) {
                lines.add(new Line(inclusion.posting().place().version(), posting(proof.header(), inclusion)));
            }
        }
        return lines.stream()
                .sorted(Comparator.comparingLong(Line::version))
                .map(Line::json)
                .toList();
    }

    private static String key(SealingKey key) {
        return "{\"key\":%s,\"signature\":%s,\"previousSignature\":%s}"
                .formatted(key.canonical(), base64(key.signature()), base64(key.previousSignature()));
    }

    private static String block(BlockProof proof) {
        return "{\"block\":%s,\"signature\":%s}".formatted(proof.header().canonical(), base64(proof.signature()));
    }

    private static String posting(Block.Header block, BlockProof.Inclusion inclusion) {
        String path =
                inclusion.path().stream().map(hash -> "\"" + hash.hex() + "\"").collect(Collectors.joining(","));
        return "{\"posting\":%s,\"block\":%d,\"leaf\":%d,\"path\":[%s]}"
                .formatted(inclusion.posting().canonical(block.format()), block.number(), inclusion.leaf(), path);
    }

    private static String base64(byte @Nullable [] bytes) {
        return bytes == null ? "null" : "\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
    }

    private static String array(String name, List<String> lines) {
        return "\"" + name + "\":[\n" + String.join(",\n", lines) + (lines.isEmpty() ? "" : "\n") + "]";
    }
}
