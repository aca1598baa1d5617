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

    /** Queues {@code message} for the member of each intent, unless it was sent or queued before. */
    public Uni<Void> queue(SqlConnection tx, EmailMessage message, List<EmailIntent> intents) {
        return intents.isEmpty() ? Uni.createFrom().voidItem() : emails.queue(tx, message, intents, clock.instant());
    }

    /**
     * Withdraws the emails of {@code keys} that are not sent yet; for an email in {@code SENDING} there is no further attempt.
     *
     * @param reason text without personal data
     */
    public Uni<Void> cancel(SqlConnection tx, List<EmailKey> keys, String reason) {
        return emails.cancel(tx, keys, reason, clock.instant());
    }

    /** The number of members by the state of {@code message}. */
    public Uni<Map<EmailState, Long>> count(SqlConnection connection, UUID message) {
        return emails.count(connection, message);
    }
}
