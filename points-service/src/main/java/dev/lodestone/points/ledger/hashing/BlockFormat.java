package dev.lodestone.points.ledger.hashing;

/** The format in which a block and its leaves are hashed. A sealed block keeps its format for ever. */
public enum BlockFormat {
    /** Leaves cover the postings only. */
    POSTINGS_1(Chain.POSTINGS, 1, "lodestone-block/1"),
    /** Leaves cover the postings and their changes to lots and holds. */
    POSTINGS_2(Chain.POSTINGS, 2, "lodestone-block/2"),
    /** Leaves cover audit entries. */
    AUDIT_1(Chain.AUDIT, 1, "lodestone-audit-block/1");

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
            case POSTINGS -> POSTINGS_2;
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

    /** True if leaves cover the changes of a posting to lots and holds. */
    public boolean coversLots() {
        return this == POSTINGS_2;
    }
}
