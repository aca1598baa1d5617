package dev.lodestone.points.ledger.proof;

import dev.lodestone.points.ledger.blocks.Block;
import dev.lodestone.points.ledger.blocks.SealedPosting;
import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.hashing.Leaf;
import dev.lodestone.points.ledger.hashing.MerkleTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Merkle paths from some postings of a block to its root. It keeps the signed header only, not the leaves of all other postings.
 */
record BlockProof(Block.Header header, byte[] signature, List<Inclusion> inclusions) {
    /**
     * @param leaf index of the posting's leaf in the block, from 0; -1 if the block does not contain it, which every checker rejects
     * @param path the sibling hashes on the way from the leaf to the root, lowest first
     */
    record Inclusion(SealedPosting posting, int leaf, List<Hash> path) {}

    static BlockProof of(Block block, List<SealedPosting> postings) {
        List<Leaf> leaves = block.readLeaves().orElse(List.of());
        Map<Leaf.Key, Integer> indexes = new HashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            indexes.put(leaves.get(i).key(), i);
        }
        List<Inclusion> inclusions = new ArrayList<>();
        if (!leaves.isEmpty()) {
            MerkleTree tree = MerkleTree.of(leaves.stream().map(Leaf::hash).toList());
            postings.forEach(posting -> inclusions.add(inclusion(posting, indexes, tree)));
        }
        return new BlockProof(block.header(), block.signature(), inclusions);
    }

    private static Inclusion inclusion(SealedPosting posting, Map<Leaf.Key, Integer> indexes, MerkleTree tree) {
        SealedPosting.Place place = posting.place();
        int leaf = indexes.getOrDefault(new Leaf.Key(place.member(), place.asset(), place.version()), -1);
        return new Inclusion(posting, leaf, leaf < 0 ? List.of() : tree.path(leaf));
    }
}
