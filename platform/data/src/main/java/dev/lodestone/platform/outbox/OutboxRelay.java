package dev.lodestone.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the relay while the service is up. */
@ApplicationScoped
public class OutboxRelay {
    private final boolean enabled;
    private final RelayLoop loop;
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxConfig config,
            AgroalDataSource database,
            @Identifier("default-kafka-broker") Instance<Map<String, Object>> kafka,
            RelayMeters meters) {
        this.enabled = config.relayEnabled();
        this.loop = new RelayLoop(config, database, kafka.get(), meters);
    }

    /** Notifies the relay that rows were committed, so that it does not wait for its next poll. */
    public void wake() {
        loop.wake();
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        loop.stop();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }
}
