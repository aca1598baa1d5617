package dev.lodestone.recall;

import static dev.lodestone.recall.Brand.member;
import static dev.lodestone.recall.Brand.noon;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.Topic;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Members who drifted away: their only order lies 100 days before a day, and they agree to email. */
@ApplicationScoped
public class DormantMembers {
    public static final int DAYS_AWAY = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Sends what makes them so, waits until it is known, and returns their names. */
    public List<String> create(String group, int count, LocalDate asOf) {
        List<String> names =
                IntStream.range(0, count).mapToObj(i -> group + "-" + i).toList();
        Instant lastSeen = noon(asOf.minusDays(DAYS_AWAY));
        Kafka.send(
                Topic.ORDERS,
                names.stream()
                        .map(name -> Brand.order(member(name), "first-" + name, lastSeen, 1000))
                        .toList());
        Kafka.send(
                Topic.MEMBERS,
                names.stream().map(name -> Brand.contact(name, true, lastSeen)).toList());
        await().atMost(PATIENCE).until(() -> consenting(names) == count);
        await().atMost(PATIENCE).until(() -> counting(names) == count);
        return names;
    }

    /** How many of them agree to email. */
    public long consenting(List<String> names) {
        return Database.number("select count(*) from contact where email_consent and member_id = any(?)", ids(names));
    }

    private long counting(List<String> names) {
        return Database.number("select count(*) from profile where orders = 1 and member_id = any(?)", ids(names));
    }

    private static Object ids(List<String> names) {
        return names.stream().map(name -> member(name).value()).toArray(UUID[]::new);
    }
}
