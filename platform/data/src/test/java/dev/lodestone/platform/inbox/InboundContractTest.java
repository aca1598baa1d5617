package dev.lodestone.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.behaviours.BehaviourRecorded;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.deadletters.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundContractTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final MemberId ANN = MemberId.of("crm:00017");

    private final InboundContract contract =
            new InboundContract(Map.of(Topic.BEHAVIOURS, List.of("/app")), Duration.ofDays(1));

    @Test
    void shouldAcceptTheMembersReferenceAndTheMembersIdAsKey() {
        assertThat(check(Topic.BEHAVIOURS, "crm:00017", "/app", NOW)).isInstanceOf(InboundRecord.Accepted.class);
        assertThat(check(Topic.BEHAVIOURS, ANN.toString(), "/app", NOW)).isInstanceOf(InboundRecord.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "orders, crm:00017, /app, wrong-topic",
        "behaviours, crm:00018, /app, wrong-key",
        "behaviours, '', /app, wrong-key",
        "behaviours, , /app, wrong-key",
        "behaviours, crm:00017, /elsewhere, unknown-source",
    })
    void shouldRefuseForTheRightReason(String topic, @Nullable String key, String source, String reason) {
        assertThat(check(topic, key, source, NOW))
                .isInstanceOfSatisfying(
                        InboundRecord.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void shouldRefuseATimeThatLiesMoreThanADayAhead() {
        Instant limit = NOW.plus(Duration.ofDays(1));

        assertThat(check(Topic.BEHAVIOURS, ANN.toString(), "/app", limit)).isInstanceOf(InboundRecord.Accepted.class);
        assertThat(check(Topic.BEHAVIOURS, ANN.toString(), "/app", limit.plusMillis(1)))
                .isInstanceOf(InboundRecord.Refused.class);
    }

    private InboundRecord check(String topic, @Nullable String key, String source, Instant at) {
        Event<BehaviourRecorded> event =
                new Event<>("1", source, ANN, at, new BehaviourRecorded("viewed", null, null), null, null);
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        return contract.check(new RawRecord(topic, 0, 0, keyBytes, EventCodec.encode(event), new byte[0]), NOW);
    }
}
