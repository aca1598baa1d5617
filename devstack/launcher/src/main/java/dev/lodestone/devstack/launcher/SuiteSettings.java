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
 */
public record SuiteSettings(
        StateDirectory stateDirectory,
        Ports ports,
        boolean fresh,
        Map<String, String> environment,
        Set<Service> services) {

    public SuiteSettings {
        environment = Map.copyOf(environment);
        services = Set.copyOf(services);
    }

    /** The whole suite. */
    public static SuiteSettings whole(StateDirectory stateDirectory, Ports ports, boolean fresh) {
        return new SuiteSettings(stateDirectory, ports, fresh, Map.of(), EnumSet.allOf(Service.class));
    }

    /** These services alone, fresh, for an undisturbed measurement. */
    public static SuiteSettings onlyServices(StateDirectory stateDirectory, Ports ports, Set<Service> services) {
        return new SuiteSettings(stateDirectory, ports, true, Map.of(), services);
    }

    /** The same with more variables for all services. */
    public SuiteSettings with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new SuiteSettings(stateDirectory, ports, fresh, all, services);
    }

    /** Keycloak comes only where there is a gateway to log in by, and no other issuer is named. */
    boolean needsKeycloak() {
        return services.contains(Service.GATEWAY) && !environment.containsKey("QUARKUS_OIDC_AUTH_SERVER_URL");
    }

    /** A suite for tests: fresh, with data in a folder of its own and ports out of the way of one that runs by hand. */
    public static SuiteSettings forTests(Path root, Path data, int portOffset) {
        return whole(new StateDirectory(root, data), new Ports(portOffset), true);
    }
}
