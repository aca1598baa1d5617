package dev.lodestone.devstack.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a suite is to be started.
 *
 * @param fresh forget what was kept before
 * @param environment variables for all services, above those that the launcher sets
 */
public record SuiteSettings(Home home, Ports ports, boolean fresh, Map<String, String> environment) {

    public SuiteSettings {
        environment = Map.copyOf(environment);
    }

    /** A suite for tests: fresh, with data in a folder of its own and ports out of the way of one that runs by hand. */
    public static SuiteSettings forTests(Path root, Path data, int portOffset) {
        return new SuiteSettings(new Home(root, data), new Ports(portOffset), true, Map.of());
    }
}
