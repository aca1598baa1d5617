package dev.lodestone.points.ledger.heads;

import dev.lodestone.points.ledger.hashing.Chain;

/** A location outside the database where the heads of one chain are kept. */
public record HeadSource(Kind kind, Chain chain) {
    /** The kinds of locations. */
    public enum Kind {
        FILE,
        TOPIC
    }

    @Override
    public String toString() {
        return kind == Kind.FILE ? "the file " + chain.file() : "the topic " + chain.topic();
    }
}
