package dev.lodestone.points.ledger.hashing;

import java.util.Map;

/** The format in which a block and its leaves are hashed. A sealed block keeps its format for ever. */
public enum BlockFormat {
    /** Leaves cover the postings only. */
    POSTINGS_1(Chain.POSTINGS, 1, "lodestone-block/1"),
    /** Leaves cover the postings and their changes to lots and holds. */
    POSTINGS_2(Chain.POSTINGS, 2, "lodestone-block/2"),
    /** As format 2, with the present words for the kinds of postings. */
    POSTINGS_3(Chain.POSTINGS, 3, "lodestone-block/3"),
    /** Leaves cover audit entries. */
    AUDIT_1(Chain.AUDIT, 1, "lodestone-audit-block/1");

    /** Formats 1 and 2 hash these kinds by the words that their rows had when they were sealed. */
    private static final Map<String, String> FORMER_KINDS = Map.of(
            "CLAWED_BACK", "TAKEN_BACK",
            "PENDING_CLAWED_BACK", "PENDING_TAKEN_BACK",
            "REINSTATED", "REOPENED");

    private final Chain chain;
    private final int number;
    private final String text;

    BlockFormat(Chain chain, int number, String text) {
        this.chain = chain;
        this.number = number;
        this.text = text;
    }

    /** @throws IllegalArgumentException if {@code chain} has no such format */
    public static BlockFormat of(Chain chain, int number) {
        for (BlockFormat format : values()) {
            if (format.chain == chain && format.number == number) {
                return format;
            }
        }
        throw new IllegalArgumentException("blocks of " + chain + " have no format " + number);
    }

    /** The format of new blocks of {@code chain}. */
    public static BlockFormat current(Chain chain) {
        return switch (chain) {
            case POSTINGS -> POSTINGS_3;
            case AUDIT -> AUDIT_1;
        };
    }

    public Chain chain() {
        return chain;
    }

    public int number() {
        return number;
    }

    public String text() {
        return text;
    }

    /** The word that leaves of this format use for {@code kind} of a posting. */
    public String kindText(String kind) {
        return this == POSTINGS_1 || this == POSTINGS_2 ? FORMER_KINDS.getOrDefault(kind, kind) : kind;
    }

    /** True if leaves cover the changes of a posting to lots and holds. */
    public boolean coversLots() {
        return this == POSTINGS_2 || this == POSTINGS_3;
    }
}
