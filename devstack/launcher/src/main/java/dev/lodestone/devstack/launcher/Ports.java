package dev.lodestone.devstack.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens on 127.0.0.1. One offset moves all ports, so that two suites can run side by side.
 *
 * @param offset added to every port, 0 to 50000
 */
public record Ports(int offset) {

    private static final int OFFSET_MAX = 50_000;
    /** No multiple of a hundred, so that an offset that is one moves no service onto another's management port. */
    private static final int MANAGEMENT_DISTANCE = 960;

    public Ports {
        if (offset < 0 || offset > OFFSET_MAX) {
            throw new LauncherException("The port offset is between 0 and " + OFFSET_MAX + ", not " + offset);
        }
    }

    public int of(Service service) {
        return service.basePort() + offset;
    }

    /** The address of health and metrics of the service. */
    int management(Service service) {
        return of(service) + MANAGEMENT_DISTANCE;
    }

    public int keycloak() {
        return 8180 + offset;
    }

    public int postgresql() {
        return 5433 + offset;
    }

    public int kafka() {
        return 9192 + offset;
    }

    public int smtp() {
        return 2525 + offset;
    }

    public String url(Service service) {
        return "http://127.0.0.1:" + of(service);
    }

    String managementUrl(Service service) {
        return "http://127.0.0.1:" + management(service);
    }

    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + kafka();
    }

    public String keycloakUrl() {
        return "http://127.0.0.1:" + keycloak();
    }

    /** The OIDC issuer: the {@code iss} of a token. */
    public String issuer() {
        return keycloakUrl() + "/realms/" + Keycloak.REALM;
    }

    /** The member that a token with this subject names. */
    public static String memberReference(String subject) {
        return "oidc:" + Keycloak.REALM + ":" + subject;
    }

    public String tokenUrl() {
        return issuer() + "/protocol/openid-connect/token";
    }

    /** Every port with the name of what will listen there. */
    Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.shortName(), of(service));
            ports.put(service.shortName() + " management", management(service));
        }
        ports.put("Keycloak", keycloak());
        ports.put("PostgreSQL", postgresql());
        ports.put("Kafka", kafka());
        ports.put("SMTP", smtp());
        return ports;
    }
}
