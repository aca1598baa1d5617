package dev.lodestone.devstack.launcher;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a suite.
 *
 * @param fresh delete the data of earlier runs
 * @param environment variables for all services, above those that the launcher sets
 * @param services which ones to start
 * @param kafkaApart run Kafka as a process of its own, which can be killed, instead of inside the launcher
 */
public record SuiteSettings(
        StateDirectory stateDirectory,
        Ports ports,
        boolean fresh,
        Map<String, String> environment,
        Set<Service> services,
        boolean kafkaApart) {

    public SuiteSettings {
        environment = Map.copyOf(environment);
        services = Set.copyOf(services);
    }

    /** The whole suite. */
    public static SuiteSettings whole(StateDirectory stateDirectory, Ports ports, boolean fresh) {
        return new SuiteSettings(stateDirectory, ports, fresh, Map.of(), EnumSet.allOf(Service.class), false);
    }

    /** These services alone, fresh, for an undisturbed measurement. */
    public static SuiteSettings onlyServices(StateDirectory stateDirectory, Ports ports, Set<Service> services) {
        return new SuiteSettings(stateDirectory, ports, true, Map.of(), services, false);
    }

    /** The same with more variables for all services. */
    public SuiteSettings with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new SuiteSettings(stateDirectory, ports, fresh, all, services, kafkaApart);
    }

    /** Keycloak comes only where there is a gateway to log in by, and no other issuer is named. */
    boolean needsKeycloak() {
        return services.contains(Service.GATEWAY) && !environment.containsKey("QUARKUS_OIDC_AUTH_SERVER_URL");
    }

    /**
     * A suite for tests: fresh, with data in a folder of its own and ports out of the way of one that runs by hand. Its Kafka is a process
     * of its own.
     */
    public static SuiteSettings forTests(Path root, Path data, int portOffset) {
        return new SuiteSettings(
                new StateDirectory(root, data),
                new Ports(portOffset),
                true,
                Map.of(),
                EnumSet.allOf(Service.class),
                true);
    }
}
