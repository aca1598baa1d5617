package dev.lodestone.platform.deadletters;

import dev.lodestone.events.Topic;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores dead letters and redrives them. The content of a record never makes this fail: bytes are stored as bytes, and texts
 * are made storable and cut.
 */
@ApplicationScoped
public class DeadLetters {
    private static final int KEY_LENGTH_MAX = 200;
    private static final int DETAIL_LENGTH_MAX = 500;

    private final DeadLetterTable table;
    private final DeadLettersConfig config;
    private final Clock clock;

    DeadLetters(DeadLetterTable table, DeadLettersConfig config, Clock clock) {
        this.table = table;
        this.config = config;
        this.clock = clock;
    }

    /** A dead letter that is to be redriven. */
    public record Claimed(UUID id, RawRecord record) {}

    /**
     * Stores {@code records} in the transaction of their batch. A record that is stored already counts one more occurrence and is
     * open again; a new one is also copied to the dead letters' topic.
     */
    public Uni<Void> keep(SqlConnection tx, Collection<SetAside> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, DeadLetterTable.Write> writes = new LinkedHashMap<>();
        for (SetAside one : records) {
            byte[] fingerprint = one.record().fingerprint();
            writes.merge(
                    Arrays.toString(fingerprint),
                    new DeadLetterTable.Write(Ids.next(), fingerprint, one, safe(one.detail()), 1),
                    DeadLetterTable.Write::again);
        }
        return table.write(tx, writes.values(), clock.instant()).chain(added -> copy(tx, writes.values(), added));
    }

    /** Claims the next dead letters to redrive, and those whose redrive was interrupted. */
    public Uni<List<Claimed>> claim(SqlConnection tx, int limit, Duration brokenOffAfter) {
        Instant now = clock.instant();
        return table.claim(tx, limit, now, now.minus(brokenOffAfter));
    }

    /** Ends the redrive of {@code claimed}: those that are no dead letters again are resolved. */
    public Uni<Void> resolve(SqlConnection tx, List<Claimed> claimed) {
        return table.resolve(tx, claimed.stream().map(Claimed::id).toList(), clock.instant());
    }

    private Uni<Void> copy(SqlConnection tx, Collection<DeadLetterTable.Write> writes, Collection<UUID> added) {
        Map<UUID, DeadLetterTable.Write> byId = new HashMap<>();
        writes.forEach(write -> byId.put(write.id(), write));
        List<OutboxRow> copies = added.stream()
                .map(byId::get)
                .filter(write -> write != null)
                .map(this::copy)
                .toList();
        return Outbox.append(tx, copies);
    }

    /** The copy for the broker: a truncated copy is marked, and the whole record stays in the table. */
    private OutboxRow copy(DeadLetterTable.Write write) {
        SetAside one = write.setAside();
        byte[] value = one.record().value() == null ? new byte[0] : one.record().value();
        boolean cut = value.length > config.copyBytesMax();
        return new OutboxRow(
                write.id(),
                Topic.deadLetters(one.record().topic()),
                text(one.record().keyText(), KEY_LENGTH_MAX),
                "dead-letter",
                cut ? Arrays.copyOf(value, config.copyBytesMax()) : value,
                null,
                one.reason() + ": " + write.detail() + (cut ? " (cut from " + value.length + " bytes)" : ""),
                one.record().origin());
    }

    private static String safe(String detail) {
        return text(detail, DETAIL_LENGTH_MAX);
    }

    private static String text(@Nullable String text, int lengthMax) {
        return text == null ? "" : SafeText.of(text, lengthMax);
    }
}
