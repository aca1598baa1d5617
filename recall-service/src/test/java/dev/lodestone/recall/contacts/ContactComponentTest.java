package dev.lodestone.recall.contacts;

import static dev.lodestone.recall.Brand.noon;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.recall.Books;
import dev.lodestone.recall.Brand;
import dev.lodestone.recall.SmtpServer;
import dev.lodestone.testkit.Kafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SmtpServer.class)
class ContactComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant MONDAY = noon(LocalDate.of(2026, 3, 2));

    @Inject
    Books books;

    @Test
    void R01_shouldKeepWhatTheLatestEventSaidWhicheverCameLast() {
        // When
        Kafka.send(
                Topic.MEMBERS,
                Brand.contact("mover", "First", true, MONDAY),
                Brand.contact("mover", "Third", false, MONDAY.plusSeconds(20)));
        Kafka.send(Topic.MEMBERS, Brand.contact("mover", "Second", true, MONDAY.plusSeconds(10)));
        Kafka.send(Topic.MEMBERS, Brand.contact("marker", true, MONDAY));

        // Then
        MemberId member = Brand.member("mover");
        awaitInbox(4, "mover", "marker");
        assertEquals(
                List.of("Third false"),
                books.texts(
                        "select display_name || ' ' || email_consent from contact where member_id = ?",
                        member.value()));
    }

    @Test
    void R02_shouldCountABehaviourOnceAndKeepTheLatestTime() {
        // When
        MemberId member = Brand.member("browser");
        Event<Fact> late = Brand.pageView(member, "p2", MONDAY.plusSeconds(60));
        Kafka.send(Topic.BEHAVIOURS, late, Brand.pageView(member, "p1", MONDAY), late);

        // Then
        await().atMost(PATIENCE)
                .until(
                        () -> books.texts(
                                "select behaviours || ' ' || extract(epoch from last_seen_at)::bigint from sighting where member_id = ?",
                                member.value()),
                        seen -> seen.equals(
                                List.of("2 " + MONDAY.plusSeconds(60).getEpochSecond())));
    }

    /** Waits until all four events of the test were taken in; partitions have no common order. */
    private void awaitInbox(int events, String... names) {
        List<Event<Fact>> sent = List.of(
                Brand.contact(names[0], true, MONDAY),
                Brand.contact(names[0], true, MONDAY.plusSeconds(10)),
                Brand.contact(names[0], true, MONDAY.plusSeconds(20)),
                Brand.contact(names[1], true, MONDAY));
        Object keys = sent.stream().map(Event::key).toArray(UUID[]::new);
        await().atMost(PATIENCE)
                .until(() -> books.number("select count(*) from inbox where event_id = any(?)", keys) == events);
    }
}
