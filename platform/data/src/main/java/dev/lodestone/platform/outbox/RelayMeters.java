package dev.lodestone.platform.outbox;

import dev.lodestone.platform.alarm.Alarms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Counts the work of the relay, and raises an alarm if an event cannot be sent. */
@ApplicationScoped
class RelayMeters implements RelayObserver {
    private static final Logger LOG = Logger.getLogger(RelayMeters.class);

    private final Counter relayed;
    private final Alarms alarms;
    private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, 0);

    RelayMeters(MeterRegistry meters, Alarms alarms) {
        this.relayed = meters.counter("lodestone.outbox.relayed");
        this.alarms = alarms;
        Gauge.builder("lodestone.outbox.backlog", () -> backlog.rows()).register(meters);
        Gauge.builder("lodestone.outbox.oldest.seconds", () -> backlog.oldestSeconds())
                .register(meters);
    }

    @Override
    public void relayed(int rows) {
        relayed.increment(rows);
    }

    @Override
    public void quarantined(OutboxSender.Refused refused) {
        OutboxRow row = refused.row();
        alarms.raise("outbox-quarantined", "topic=" + row.topic() + " eventId=" + row.id());
    }

    @Override
    public void topicMissing(String topic) {
        alarms.raise("outbox-topic-missing", "topic=" + topic);
    }

    @Override
    public void measured(OutboxTable.Backlog measured) {
        backlog = measured;
    }

    @Override
    public void failed(Throwable failure) {
        if (failure instanceof Error) {
            alarms.raise("outbox-relay-failed", "error=" + failure.getClass().getSimpleName());
        }
        LOG.warnf("outbox relay starts again after a failure: error=%s", failure);
    }
}
