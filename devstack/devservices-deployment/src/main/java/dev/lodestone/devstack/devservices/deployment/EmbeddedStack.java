package dev.lodestone.devstack.devservices.deployment;

import dev.lodestone.devstack.embedded.StackLease;
import io.quarkus.deployment.builditem.Startable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lease as Quarkus starts and stops it. */
final class EmbeddedStack implements Startable {

    private final Path folder;
    private final String database;
    private final String classPath;
    private @Nullable StackLease lease;

    EmbeddedStack(Path folder, String database, String classPath) {
        this.folder = folder;
        this.database = database;
        this.classPath = classPath;
    }

    StackLease lease() {
        return Objects.requireNonNull(lease, "The embedded PostgreSQL and Kafka are not started");
    }

    @Override
    public void start() {
        try {
            lease = StackLease.acquire(folder, database, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable String getConnectionInfo() {
        return lease == null ? null : lease.jdbcUrl() + " " + lease.kafkaBootstrapServers();
    }

    /** There is no container. */
    @Override
    public @Nullable String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }
}
