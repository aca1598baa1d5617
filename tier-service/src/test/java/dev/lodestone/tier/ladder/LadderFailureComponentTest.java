package dev.lodestone.tier.ladder;

import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.me;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.Events;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LadderFailureComponentTest {
    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void correctTheLadder() {
        pool.query("update level set threshold = 0 where code = 'BASIC'").executeAndAwait();
    }

    @Test
    void case13_shouldChangeNoLevelUntilAnInvalidLadderIsCorrected() {
        String subject = "frozen-" + Ids.next();
        MemberId member = Tokens.memberId(subject);
        pool.query("update level set threshold = 1 where code = 'BASIC'").executeAndAwait();
        double before = alarms();

        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "gold", 200_000));

        awaitGrowth(subject, 2_000);
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
        assertThat(alarms()).isGreaterThan(before);
        correctTheLadder();
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 100));
        awaitGrowth(subject, 2_001);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
    }

    private double alarms() {
        return meters.counter("lodestone.alarms", "kind", "ladder-failed").count();
    }
}
