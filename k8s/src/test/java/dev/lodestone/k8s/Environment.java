package dev.lodestone.k8s;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration properties that each service takes from its environment; the manifests must set these and no others. */
final class Environment {
    private static final List<String> EVERY_SERVICE = List.of(
            "kafka.bootstrap.servers",
            "quarkus.oidc.auth-server-url",
            "quarkus.oidc.token.issuer",
            "quarkus.oidc.token.audience",
            "lodestone.security.issuer-name",
            "quarkus.http.host",
            "quarkus.http.port",
            "quarkus.management.host",
            "quarkus.management.port");
    private static final List<String> DATABASE = List.of(
            "quarkus.datasource.reactive.url",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.flyway.username",
            "quarkus.flyway.password");
    private static final List<String> MAIL = List.of(
            "quarkus.mailer.host",
            "quarkus.mailer.port",
            "quarkus.mailer.start-tls",
            "quarkus.mailer.from",
            "quarkus.mailer.username",
            "quarkus.mailer.password");
    private static final List<String> SEALING = List.of(
            "lodestone.points.sealing.private-key",
            "lodestone.points.sealing.previous-private-key",
            "lodestone.points.verification.trusted-keys");
    private static final List<String> PUBLIC_IDS = List.of("lodestone.members.public-id-key");
    private static final List<String> ROUTES = List.of(
            "lodestone.gateway.routes.points",
            "lodestone.gateway.routes.tier",
            "lodestone.gateway.routes.community",
            "lodestone.gateway.routes.recall");

    private Environment() {}

    static Set<String> of(String service) {
        List<String> own = switch (service) {
            case "points-service" ->
                Stream.concat(DATABASE.stream(), SEALING.stream()).toList();
            case "tier-service" -> DATABASE;
            case "community-service" ->
                Stream.concat(DATABASE.stream(), PUBLIC_IDS.stream()).toList();
            case "recall-service" ->
                Stream.concat(DATABASE.stream(), MAIL.stream()).toList();
            case "gateway" -> ROUTES;
            case String unknown -> throw new AssertionError(unknown + " is no service");
        };
        return Stream.concat(EVERY_SERVICE.stream(), own.stream())
                .map(Environment::variable)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The environment variable of a property, by the rule of MicroProfile Config. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
