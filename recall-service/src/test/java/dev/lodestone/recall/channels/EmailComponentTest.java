package dev.lodestone.recall.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.recall.Brand;
import dev.lodestone.recall.SmtpServer;
import dev.lodestone.testkit.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SmtpServer.class)
class EmailComponentTest {
    /** So far away that the job leaves the email to the test. */
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    EmailRepository emails;

    @Inject
    Transactions transactions;

    @Test
    void R11_shouldNotTryAgainWhatWasWithdrawnWhileItWasBeingSent() {
        // Given
        Claimed email = emailBeingSent("withdrawn");
        EmailKey key = new EmailKey(email.member(), email.message().id());
        run(tx -> emails.cancel(tx, List.of(key), "the member came back", LATER));
        assertThat(state(email)).isEqualTo("SENDING");

        // When
        run(tx -> emails.finish(tx, List.of(new Outcome(email, EmailState.QUEUED, LATER, "down")), LATER));

        // Then
        assertThat(state(email)).isEqualTo("CANCELLED");
    }

    @Test
    void R11_shouldBookThatAWithdrawnEmailWasSentAllTheSame() {
        Claimed email = emailBeingSent("too-late");
        EmailKey key = new EmailKey(email.member(), email.message().id());
        run(tx -> emails.cancel(tx, List.of(key), "the member came back", LATER));

        run(tx -> emails.finish(tx, List.of(new Outcome(email, EmailState.SENT, null, null)), LATER));

        assertThat(state(email)).isEqualTo("SENT");
    }

    private Claimed emailBeingSent(String name) {
        MemberId member = Brand.member(name);
        EmailMessage message = new EmailMessage(Ids.next(), new Template("Hello"), new Template("Hello {name}"));
        OutboxRow whenSent =
                new OutboxRow(Ids.next(), "recall", member.toString(), "made", new byte[] {1}, null, null, null);
        run(tx -> emails.queue(tx, message, List.of(new EmailIntent(member, whenSent)), LATER));
        Database.update(
                "update email_intent set state = 'SENDING', attempts = 1, claimed_at = now() where message_id = ?",
                message.id());
        return new Claimed(member, message, 1, whenSent);
    }

    private String state(Claimed email) {
        UUID message = email.message().id();
        return Database.texts("select state from email_intent where message_id = ?", message)
                .getFirst();
    }

    private <T> void run(Function<SqlConnection, Uni<T>> effect) {
        transactions.run(effect).await().atMost(Duration.ofSeconds(10));
    }
}
