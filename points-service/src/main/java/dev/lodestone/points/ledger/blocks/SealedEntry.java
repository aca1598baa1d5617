package dev.lodestone.points.ledger.blocks;

import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.CanonicalJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of an audit entry with every column; states are JSON texts exactly as written. */
public record SealedEntry(
        long tx,
        UUID id,
        String actor,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        @Nullable String traceId,
        Instant recordedAt)
        implements SealedRow {

    /** Entries have no account: their position is the transaction and the id. */
    @Override
    public SealedPosting.Place place() {
        return new SealedPosting.Place(tx, id, "", 0);
    }

    @Override
    public String canonical(BlockFormat format) {
        return new CanonicalJson()
                .put("action", action)
                .put("actor", actor)
                .put("after", after)
                .put("before", before)
                .put("id", id)
                .put("reason", reason)
                .put("recordedAt", recordedAt)
                .put("subjectId", subjectId)
                .put("subjectKind", subjectKind)
                .put("traceId", traceId)
                .put("tx", tx)
                .toString();
    }
}
