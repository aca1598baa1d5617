package dev.lodestone.platform.outbox;

import java.time.Duration;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** A relay in a process of its own, so that a test can kill it. Arguments: JDBC URL, user, bootstrap servers. */
final class RelayProcess {
    private RelayProcess() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[1]);
        new RelayLoop(new Config(), database, Map.of("bootstrap.servers", arguments[2]), new Silent()).run();
    }

    /** Says on the standard error why it starts again. */
    record Silent() implements RelayObserver {
        @Override
        public void relayed(int rows) {}

        @Override
        public void quarantined(OutboxSender.Refused refused) {}

        @Override
        public void topicMissing(String topic) {}

        @Override
        public void measured(OutboxTable.Backlog backlog) {}

        @Override
        public void failed(Throwable failure) {
            failure.printStackTrace();
        }
    }

    /** Small batches, so that a kill finds one under way. */
    record Config() implements OutboxConfig {
        @Override
        public boolean relayEnabled() {
            return true;
        }

        @Override
        public int batchSize() {
            return 50;
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration acknowledgementTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration missingTopicTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration missingTopicCheckInterval() {
            return Duration.ofMillis(500);
        }

        @Override
        public Duration retryDelay() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration measureInterval() {
            return Duration.ofMillis(100);
        }
    }
}
