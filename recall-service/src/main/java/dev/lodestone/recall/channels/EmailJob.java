package dev.lodestone.recall.channels;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.sql.Batches;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.recall.contacts.Contact;
import dev.lodestone.recall.contacts.ContactService;
import dev.lodestone.recall.profile.ProfileService;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends queued emails, each at most once: the state {@code SENDING} is committed before the email goes to the mail server, and an email
 * without a recorded outcome becomes {@code UNKNOWN} instead of being sent again. Replicas share the queue by {@code skip locked}.
 */
@ApplicationScoped
class EmailJob {
    private static final Logger LOG = Logger.getLogger(EmailJob.class);
    private static final Duration BOOK_FOR = Duration.ofSeconds(60);

    private final Transactions transactions;
    private final EmailRepository emails;
    private final ContactService contacts;
    private final ProfileService profiles;
    private final SmtpService smtp;
    private final ChannelsConfig config;
    private final RetryRule retryRule;
    private final Clock clock;
    private final MeterRegistry meters;

    EmailJob(
            Transactions transactions,
            EmailRepository emails,
            ContactService contacts,
            ProfileService profiles,
            SmtpService smtp,
            ChannelsConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.emails = emails;
        this.contacts = contacts;
        this.profiles = profiles;
        this.smtp = smtp;
        this.config = config;
        this.retryRule = config.retryRule();
        this.clock = clock;
        this.meters = meters;
    }

    /** Sends due emails, batch after batch, until a batch is not full. */
    @Scheduled(
            every = "${lodestone.channels.email.interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sendDue() {
        return Batches.whileFull(config.email().batchSize(), this::sendBatch).replaceWithVoid();
    }

    private Uni<Integer> sendBatch() {
        return transactions
                .run(this::claim)
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(0)
                        : send(claimed).chain(this::book).replaceWith(claimed.size()));
    }

    private Uni<List<Claimed>> claim(SqlConnection tx) {
        return emails.giveUp(tx, clock.instant().minus(config.email().claimTimeout()), clock.instant())
                .invoke(given -> count(EmailState.UNKNOWN, given))
                .chain(() -> emails.claim(tx, clock.instant(), config.email().batchSize()));
    }

    private Uni<List<Outcome>> send(List<Claimed> claimed) {
        List<MemberId> members = claimed.stream().map(Claimed::member).toList();
        return transactions
                .read(connection -> contacts.find(connection, members))
                .chain(known -> Multi.createFrom()
                        .iterable(claimed)
                        .onItem()
                        .transformToUni(email -> send(email, known))
                        .merge(config.email().connectionsMax())
                        .collect()
                        .asList());
    }

    private Uni<Outcome> send(Claimed email, Map<MemberId, Contact> known) {
        return smtp.deliver(email, known.get(email.member()))
                .map(delivery -> retryRule.after(email, delivery, clock.instant()));
    }

    /** Retries for a while, because an email without a recorded outcome becomes unknown. */
    private Uni<Void> book(List<Outcome> outcomes) {
        return transactions
                .run(tx -> book(tx, outcomes))
                .onFailure()
                .invoke(failure -> LOG.warnf("outcomes of emails are booked again: error=%s", failure))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .expireIn(BOOK_FOR.toMillis())
                .invoke(() -> outcomes.forEach(outcome -> count(outcome.state(), 1)));
    }

    /** Locks the members before it writes their events, so that the events of a member keep their order. */
    private Uni<Void> book(SqlConnection tx, List<Outcome> outcomes) {
        Set<MemberId> members = outcomes.stream()
                .map(outcome -> outcome.email().member())
                .collect(Collectors.toCollection(TreeSet::new));
        return profiles.lock(tx, members)
                .chain(() -> emails.finish(tx, outcomes, clock.instant()))
                .chain(finished -> Outbox.append(tx, toTell(outcomes, finished)));
    }

    private static List<OutboxRow> toTell(List<Outcome> outcomes, Set<UUID> finished) {
        return outcomes.stream()
                .filter(outcome -> outcome.state() == EmailState.SENT)
                .map(outcome -> outcome.email().whenSent())
                .filter(row -> finished.contains(row.id()))
                .toList();
    }

    private void count(EmailState state, int emails) {
        meters.counter("lodestone.emails", "state", state.name()).increment(emails);
    }
}
