package dev.lodestone.devstack.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five services of the suite. */
public enum Service {
    POINTS("points-service", 8081, true),
    TIER("tier-service", 8082, true),
    COMMUNITY("community-service", 8083, true),
    RECALL("recall-service", 8084, true),
    GATEWAY("gateway", 8080, false);

    private final String module;
    private final int basePort;
    private final boolean ownsDatabase;

    Service(String module, int basePort, boolean ownsDatabase) {
        this.module = module;
        this.basePort = basePort;
        this.ownsDatabase = ownsDatabase;
    }

    /** The short name: of the database, the log file, and on the command line. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the service's database; empty for the gateway, which stores nothing. */
    public Optional<String> database() {
        return ownsDatabase ? Optional.of(shortName()) : Optional.empty();
    }

    /** The result of the service's build. */
    Path jar(Path root) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    int basePort() {
        return basePort;
    }

    /** The service of a short or a module's name. */
    public static Service named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.shortName().equals(name) || service.module.equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no service " + name + "; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(Service::shortName).toList())));
    }
}
