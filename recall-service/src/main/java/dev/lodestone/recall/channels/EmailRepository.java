package dev.lodestone.recall.channels;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tables of emails. */
@ApplicationScoped
class EmailRepository {
    private static final String WRITE_MESSAGE = """
            insert into email_message (id, subject, body) values ($1, $2, $3) on conflict do nothing
            """;
    private static final String QUEUE = """
            insert into email_intent (member_id, message_id, due_at, event_id, event_topic, event_type, event_payload)
            select member_id, $6, $7, event_id, topic, type, payload
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bytea[]) as new (member_id, event_id, topic, type, payload)
            on conflict do nothing
            """;
    /** An email in {@code SENDING} keeps its outcome, but there is no further attempt. */
    private static final String CANCEL = """
            update email_intent
            set withdrawn = $3::text, state = case state when 'QUEUED' then 'CANCELLED' else state end,
                reason = case state when 'QUEUED' then $3::text else reason end,
                finished_at = case state when 'QUEUED' then $4::timestamptz end
            from unnest($1::uuid[], $2::uuid[]) as unwanted (member_id, message_id)
            where email_intent.member_id = unwanted.member_id and email_intent.message_id = unwanted.message_id
              and state in ('QUEUED', 'SENDING')
            """;

    private static final String GIVE_UP = """
            update email_intent set state = 'UNKNOWN', reason = 'the process that sent it did not record the outcome', finished_at = $2
            where state = 'SENDING' and claimed_at < $1
            """;
    private static final String CLAIM = """
            with next as (
                select member_id, message_id from email_intent where state = 'QUEUED' and due_at <= $1
                order by due_at limit $2 for update skip locked),
            claimed as (
                update email_intent set state = 'SENDING', attempts = attempts + 1, claimed_at = $1 from next
                where email_intent.member_id = next.member_id and email_intent.message_id = next.message_id
                returning email_intent.*)
            select member_id, message_id, subject, body, attempts, event_id, event_topic, event_type, event_payload
            from claimed join email_message on email_message.id = message_id
            """;
    /** A late outcome still replaces {@code UNKNOWN}. */
    private static final String FINISH = """
            update email_intent
            set state = case when outcome.state = 'QUEUED' and withdrawn is not null then 'CANCELLED' else outcome.state end,
                due_at = coalesce(outcome.due_at, email_intent.due_at),
                reason = case when outcome.state = 'QUEUED' and withdrawn is not null then withdrawn else outcome.reason end,
                finished_at = case when outcome.state = 'QUEUED' and withdrawn is null then null else $6::timestamptz end
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[])
                 as outcome (member_id, message_id, state, due_at, reason)
            where email_intent.member_id = outcome.member_id and email_intent.message_id = outcome.message_id
              and email_intent.state in ('SENDING', 'UNKNOWN')
            returning email_intent.event_id
            """;

    private static final String COUNT = "select state, count(*) from email_intent where message_id = $1 group by state";

    Uni<Void> queue(SqlConnection tx, EmailMessage message, List<EmailIntent> rows, Instant now) {
        Columns<?> columns = Columns.of(rows)
                .members(EmailIntent::member)
                .uuids(row -> row.whenSent().id())
                .texts(row -> row.whenSent().topic())
                .texts(row -> row.whenSent().type())
                .bytes(row -> row.whenSent().payload())
                .value(message.id())
                .value(now);
        return tx.preparedQuery(WRITE_MESSAGE)
                .execute(Tuple.of(
                        message.id(), message.subject().text(), message.body().text()))
                .chain(() -> columns.execute(tx, QUEUE));
    }

    Uni<Void> cancel(SqlConnection tx, List<EmailKey> rows, String reason, Instant now) {
        return Columns.of(rows)
                .members(EmailKey::member)
                .uuids(EmailKey::messageId)
                .value(reason)
                .value(now)
                .execute(tx, CANCEL);
    }

    Uni<Integer> giveUp(SqlConnection tx, Instant claimedBefore, Instant now) {
        return tx.preparedQuery(GIVE_UP)
                .execute(Tuple.of(Columns.utc(claimedBefore), Columns.utc(now)))
                .map(RowSet::rowCount);
    }

    Uni<List<Claimed>> claim(SqlConnection tx, Instant now, int limit) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(Columns.utc(now), limit))
                .map(rows -> rows.stream().map(EmailRepository::claimed).toList());
    }

    /** Records the outcomes; returns the ids of the events whose emails had no outcome before. */
    Uni<Set<UUID>> finish(SqlConnection tx, Collection<Outcome> rows, Instant now) {
        return Columns.of(rows)
                .members(row -> row.email().member())
                .uuids(row -> row.email().message().id())
                .texts(row -> row.state().name())
                .instants(Outcome::dueAt)
                .texts(Outcome::reason)
                .value(now)
                .query(tx, FINISH)
                .map(updated -> {
                    Set<UUID> finished = HashSet.newHashSet(updated.size());
                    updated.forEach(row -> finished.add(row.getUUID(0)));
                    return finished;
                });
    }

    Uni<Map<EmailState, Long>> count(SqlConnection connection, UUID message) {
        return connection.preparedQuery(COUNT).execute(Tuple.of(message)).map(rows -> {
            Map<EmailState, Long> counts = new EnumMap<>(EmailState.class);
            rows.forEach(row -> counts.put(EmailState.valueOf(row.getString(0)), row.getLong(1)));
            return counts;
        });
    }

    private static Claimed claimed(Row row) {
        MemberId member = Rows.member(row, "member_id");
        return new Claimed(
                member,
                new EmailMessage(
                        row.getUUID("message_id"),
                        new Template(row.getString("subject")),
                        new Template(row.getString("body"))),
                row.getInteger("attempts"),
                new OutboxRow(
                        row.getUUID("event_id"),
                        row.getString("event_topic"),
                        member.toString(),
                        row.getString("event_type"),
                        row.getBuffer("event_payload").getBytes(),
                        null,
                        null,
                        null));
    }
}
