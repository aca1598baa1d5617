package dev.lodestone.recall.contacts;

import static dev.lodestone.recall.Brand.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.security.Role;
import dev.lodestone.recall.Brand;
import dev.lodestone.recall.SmtpServer;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SmtpServer.class)
class ContactComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant MONDAY = noon(LocalDate.of(2026, 3, 2));

    @Inject
    HistoryJob history;

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
        assertThat(Database.texts(
                        "select display_name || ' ' || email_consent from contact where member_id = ?", member.value()))
                .isEqualTo(List.of("Third false"));
    }

    @ParameterizedTest
    @CsvSource({
        "fast-year-first,true,2106-01-01T00:00:00Z",
        "fast-year-last,false,2106-01-01T00:00:00Z",
        "fast-day-first,true,",
        "fast-day-last,false,"
    })
    void case16_shouldLetAWithdrawalOfTodayWinOverAFastClock(
            String name, boolean agreementFirst, @Nullable Instant at) {
        // Given
        Instant now = Instant.now();
        Event<Fact> agreement = Brand.contact(name, true, at == null ? now.plus(Duration.ofHours(20)) : at);
        Event<Fact> withdrawal = Brand.contact(name, false, now);

        // When
        Kafka.send(Topic.MEMBERS, agreementFirst ? agreement : withdrawal);
        Kafka.send(Topic.MEMBERS, agreementFirst ? withdrawal : agreement);
        // An agreement of long ago changes nothing after a withdrawal; it shows that all before it was processed.
        Event<Fact> marker = Brand.contact(name, true, MONDAY);
        Kafka.send(Topic.MEMBERS, marker);
        awaitHistory(marker);

        // Then
        assertThat(consent(name)).isEqualTo(List.of("f"));
    }

    @Test
    void shouldEndAWithdrawalByANewAgreementAndKeepTheEvidence() {
        // Given
        Instant now = Instant.now();
        Event<Fact> agreement = Brand.contact("returning", true, now.minusSeconds(60));
        Event<Fact> withdrawal = Brand.contact("returning", false, now.minusSeconds(30));
        Kafka.send(Topic.MEMBERS, agreement, withdrawal);
        awaitHistory(withdrawal);
        assertThat(consent("returning")).isEqualTo(List.of("f"));

        // When
        Event<Fact> renewed = Brand.contact("returning", true, Instant.now());
        Kafka.send(Topic.MEMBERS, renewed);
        awaitHistory(renewed);

        // Then
        assertThat(consent("returning")).isEqualTo(List.of("t"));
        Api.as(Tokens.of("sam", Role.MEMBERS_READ))
                .get("/api/recall/v1/members/crm:returning/consents?limit=2")
                .then()
                .statusCode(200)
                .body("items.agreed", equalTo(List.of(true, false)))
                .body("items.consent", equalTo(List.of(true, false)))
                .body("items.source", everyItem(equalTo("/test-brand")))
                .body("items[0].receivedAt", notNullValue())
                .body(
                        "items[1].occurredAt",
                        startsWith(now.minusSeconds(30).toString().substring(0, 19)))
                .body("next", notNullValue());
    }

    @Test
    void shouldOnlyAppendToTheHistory() {
        Event<Fact> event = Brand.contact("kept", true, MONDAY);
        Kafka.send(Topic.MEMBERS, event);
        awaitHistory(event);

        assertThatThrownBy(() -> Database.update(
                        "update contact_history set email_agreed = false where event_key = ?", event.key()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldDeleteOldChangesThatDecideNothing() {
        // Given
        Event<Fact> current = Brand.contact("aged", true, Instant.now());
        UUID member = Brand.member("aged").value();
        for (boolean agreed : List.of(true, false, true, false, true)) {
            Database.update("""
                    insert into contact_history (member_id, event_key, source, occurred_at, received_at, email_agreed, email_consent)
                    values (?, gen_random_uuid(), '/old', now() - interval '9 years', now() - interval '9 years', ?, ?)
                    """, member, agreed, agreed);
        }
        Kafka.send(Topic.MEMBERS, current);
        awaitHistory(current);

        // When
        history.deleteOld().await().atMost(PATIENCE);

        // Then: the last refusal, old as it is, and the agreement that counts
        assertThat(Database.texts("select email_agreed from contact_history where member_id = ? order by seq", member))
                .isEqualTo(List.of("f", "t"));
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
                        () -> Database.texts(
                                "select behaviours || ' ' || extract(epoch from last_seen_at)::bigint from sighting where member_id = ?",
                                member.value()),
                        seen -> seen.equals(
                                List.of("2 " + MONDAY.plusSeconds(60).getEpochSecond())));
    }

    private List<String> consent(String name) {
        return Database.texts(
                "select email_consent from contact where member_id = ?",
                Brand.member(name).value());
    }

    private void awaitHistory(Event<Fact> event) {
        await().atMost(PATIENCE)
                .until(() ->
                        Database.number("select count(*) from contact_history where event_key = ?", event.key()) == 1);
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
                .until(() -> Database.number("select count(*) from inbox where event_id = any(?)", keys) == events);
    }
}
