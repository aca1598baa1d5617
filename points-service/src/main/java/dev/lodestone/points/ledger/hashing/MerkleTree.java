package dev.lodestone.points.ledger.hashing;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1, with SHA-256. The hash input of a leaf starts with a byte 0, that of a pair of nodes with a
 * byte 1, so that a leaf cannot be confused with a node.
 *
 * <p>The RFC splits at the largest power of two below the number of leaves. This class pairs the nodes from the left, level by level, and
 * moves a last node without partner up unchanged; that gives the same tree.
 */
public final class MerkleTree {
    private final List<List<byte[]>> levels = new ArrayList<>();

    private MerkleTree(List<byte[]> leafHashes) {
        MessageDigest digest = Hash.digest();
        List<byte[]> level = leafHashes;
        levels.add(level);
        while (level.size() > 1) {
            level = parents(digest, level);
            levels.add(level);
        }
    }

    /** The tree of leaf hashes made by {@link #leafHash}; at least one. */
    public static MerkleTree of(List<byte[]> leafHashes) {
        if (leafHashes.isEmpty()) {
            throw new IllegalArgumentException("a tree has at least one leaf");
        }
        return new MerkleTree(leafHashes);
    }

    /** A digest for {@link #leafHash}; not thread-safe. */
    public static MessageDigest newDigest() {
        return Hash.digest();
    }

    /** The hash of a leaf with {@code content}; {@code digest} is reset afterwards. */
    public static byte[] leafHash(MessageDigest digest, byte[] content) {
        digest.update((byte) 0);
        return digest.digest(content);
    }

    public Hash root() {
        return Hash.ofBytes(levels.getLast().getFirst());
    }

    /** The audit path of leaf {@code index}: the sibling hashes on the way up to the root, lowest first. */
    public List<Hash> path(int index) {
        List<Hash> path = new ArrayList<>();
        int at = index;
        for (List<byte[]> level : levels) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                path.add(Hash.ofBytes(level.get(sibling)));
            }
            at >>= 1;
        }
        return path;
    }

    private static List<byte[]> parents(MessageDigest digest, List<byte[]> level) {
        List<byte[]> parents = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            digest.update((byte) 1);
            digest.update(level.get(i));
            digest.update(level.get(i + 1));
            parents.add(digest.digest());
        }
        if (level.size() % 2 == 1) {
            parents.add(level.getLast());
        }
        return parents;
    }
}
