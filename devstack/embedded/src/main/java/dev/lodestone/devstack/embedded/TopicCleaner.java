package dev.lodestone.devstack.embedded;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Removes every topic when the last lease ends: the next tests must not read what these sent.
 */
final class TopicCleaner {

    private static final int WAIT_SECONDS_MAX = 30;

    private final String bootstrapServers;

    TopicCleaner(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    synchronized void deleteAll() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> topics = admin.listTopics().names().get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
            admin.deleteTopics(topics).all().get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("Topics could not be removed: " + e);
        }
    }

    /** Returns when no removal is under way, so that a new lease never meets topics that are about to go. */
    synchronized void awaitIdle() {
        // Entering the monitor is the wait.
    }
}
