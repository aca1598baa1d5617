package dev.lodestone.recall.channels;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Queues emails in the caller's transaction; {@link EmailJob} sends them after the commit. */
@ApplicationScoped
public class EmailService {
    private final EmailRepository emails;
    private final Clock clock;

    EmailService(EmailRepository emails, Clock clock) {
        this.emails = emails;
        this.clock = clock;
    }

    /** Queues {@code message} for each intent's member; one who got it before, or is about to, gets it no second time. */
    public Uni<Void> queue(SqlConnection tx, EmailMessage message, List<EmailIntent> intents) {
        return intents.isEmpty() ? Uni.createFrom().voidItem() : emails.queue(tx, message, intents, clock.instant());
    }

    /**
     * Withdraws those of {@code keys} that were not sent yet; one that is being sent is not tried again.
     *
     * @param reason in words, without personal data
     */
    public Uni<Void> cancel(SqlConnection tx, List<EmailKey> keys, String reason) {
        return keys.isEmpty() ? Uni.createFrom().voidItem() : emails.cancel(tx, keys, reason, clock.instant());
    }

    /** How many members stand where with {@code message}. */
    public Uni<Map<EmailState, Long>> count(SqlConnection connection, UUID message) {
        return emails.count(connection, message);
    }
}
