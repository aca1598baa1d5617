package dev.lodestone.points.ledger.checks;

import dev.lodestone.points.ledger.blocks.Block;
import dev.lodestone.points.ledger.blocks.PostingInBook;
import dev.lodestone.points.ledger.blocks.SealedEntry;
import dev.lodestone.points.ledger.blocks.SealedPosting;
import dev.lodestone.points.ledger.blocks.SealedRow;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.hashing.Leaf;
import dev.lodestone.points.ledger.hashing.MerkleTree;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares one block with the block before it, with its key, and with the present rows of its range. */
final class BlockCheck {
    private final Block block;
    private final boolean leavesFit;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Leaf.Key, Leaf> unseen = new LinkedHashMap<>();
    private final MessageDigest digest = MerkleTree.newDigest();

    BlockCheck(Block block) {
        this.block = block;
        List<Leaf> leaves = block.readLeaves().orElse(List.of());
        this.leavesFit = block.fits(leaves);
        if (leavesFit) {
            leaves.forEach(leaf -> unseen.put(leaf.key(), leaf));
        }
    }

    /** Checks the header, hash and signature of the block. {@code before} is the existing block with the next lower number. */
    void checkSeal(@Nullable Block before, List<SealingKey> keys) {
        if (!block.fits(before)) {
            add(
                    FindingKind.CHAIN_BROKEN,
                    "its header has " + block.header().previous() + " as the hash of the block before");
        }
        if (!block.header().hash().equals(block.hash())) {
            add(
                    FindingKind.BLOCK_CHANGED,
                    "the hash of its header is " + block.header().hash());
        }
        if (!leavesFit) {
            add(FindingKind.BLOCK_CHANGED, "the leaves of the block do not match its root and its number of rows");
        }
        Optional<SealingKey> key = keys.stream()
                .filter(known -> known.id().equals(block.header().keyId()))
                .findFirst();
        boolean early = key.isPresent() && !ofEntries() && key.get().fromBlock() > block.number();
        if (key.isEmpty() || early || !block.isSignedBy(key.get())) {
            add(FindingKind.SIGNATURE_INVALID, "key " + block.header().keyId() + " did not sign this header");
        }
    }

    /** True if the leaves of the block are intact, so that rows can be compared with them. */
    boolean namesRows() {
        return leavesFit;
    }

    /** Checks the rows between the end of the block before and the end of this block. */
    void checkRows(List<? extends SealedRow> found) {
        for (SealedRow row : found) {
            Leaf now = leaf(row);
            Leaf sealed = unseen.remove(now.key());
            if (sealed == null) {
                add(inserted(), row, "it is in the range of a block that does not contain it");
            } else if (!Arrays.equals(sealed.hash(), now.hash())) {
                add(changed(), row, changed(sealed, row));
            }
        }
    }

    /** As {@link #checkRows} for postings; it also checks that the postings of each account follow each other without a gap. */
    void checkPostings(List<PostingInBook> found) {
        checkRows(found.stream().map(PostingInBook::posting).toList());
        found.forEach(this::checkAccount);
    }

    /** The keys of the rows in the block that are not checked yet. */
    List<Leaf.Key> unseen() {
        return List.copyOf(unseen.keySet());
    }

    /** Checks the rows found for {@link #unseen}; all others are missing. */
    void checkUnseen(List<? extends SealedRow> found) {
        for (SealedRow row : found) {
            Leaf now = leaf(row);
            Leaf sealed = unseen.remove(now.key());
            if (sealed != null && !Arrays.equals(sealed.hash(), now.hash())) {
                add(changed(), row, changed(sealed, row));
            }
        }
        unseen.values().forEach(this::addMissing);
        unseen.clear();
    }

    List<Finding> findings() {
        return findings;
    }

    private void checkAccount(PostingInBook line) {
        if (!line.hasAccount()) {
            add(FindingKind.ACCOUNT_MISSING, line.posting(), "there is no account for it");
        }
        if (!line.followsAnother()) {
            add(
                    FindingKind.POSTING_WITHOUT_PREDECESSOR,
                    line.posting(),
                    "there is no version " + (line.posting().place().version() - 1) + " of its account");
        } else if (!line.addsUp()) {
            add(
                    FindingKind.POSTING_DOES_NOT_ADD_UP,
                    line.posting(),
                    "the balances before it are " + line.before() + ", and it moves "
                            + line.posting().amount() + " from "
                            + line.posting().from() + " to " + line.posting().to());
        }
    }

    private Leaf leaf(SealedRow row) {
        return row.leaf(block.header().format(), digest);
    }

    private boolean ofEntries() {
        return block.header().format().chain() == Chain.AUDIT;
    }

    private FindingKind inserted() {
        return ofEntries() ? FindingKind.ENTRY_INSERTED : FindingKind.POSTING_INSERTED;
    }

    private FindingKind changed() {
        return ofEntries() ? FindingKind.ENTRY_CHANGED : FindingKind.POSTING_CHANGED;
    }

    private String changed(Leaf sealed, SealedRow row) {
        String now = "its content is now " + row.canonical(block.header().format());
        return sealed.id().equals(row.id()) ? now : "its id was " + sealed.id() + " when it was sealed; " + now;
    }

    private void addMissing(Leaf leaf) {
        findings.add(
                ofEntries()
                        ? Finding.ofBlock(
                                FindingKind.ENTRY_MISSING,
                                block.number(),
                                "entry " + leaf.id() + " was sealed and is gone")
                        : Finding.ofLeaf(
                                FindingKind.POSTING_MISSING, block.number(), leaf, "it was sealed and is gone"));
    }

    private void add(FindingKind kind, String detail) {
        findings.add(Finding.ofBlock(kind, block.number(), detail));
    }

    private void add(FindingKind kind, SealedRow row, String detail) {
        findings.add(
                switch (row) {
                    case SealedPosting posting -> Finding.ofPosting(kind, block.number(), posting, detail);
                    case SealedEntry entry ->
                        Finding.ofBlock(kind, block.number(), "entry " + entry.id() + ": " + detail);
                });
    }
}
