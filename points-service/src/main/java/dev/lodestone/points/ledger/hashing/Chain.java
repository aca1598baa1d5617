package dev.lodestone.points.ledger.hashing;

/** The sealed chains. Each block contains the hash of the block before it. */
public enum Chain {
    POSTINGS("points.heads", "postings.jsonl"),
    AUDIT("points.audit-heads", "audit.jsonl");

    private final String topic;
    private final String file;

    Chain(String topic, String file) {
        this.topic = topic;
        this.file = file;
    }

    /** The topic of its heads: one partition, never compacted, kept for ever. */
    public String topic() {
        return topic;
    }

    public String file() {
        return file;
    }
}
