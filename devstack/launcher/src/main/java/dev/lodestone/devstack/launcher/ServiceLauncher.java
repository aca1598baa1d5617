package dev.lodestone.devstack.launcher;

import dev.lodestone.devstack.embedded.EmbeddedPostgresql;
import dev.lodestone.devstack.launcher.process.ManagedProcess;
import dev.lodestone.devstack.launcher.process.Readiness;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts one service as a process; environment variables configure its addresses. */
final class ServiceLauncher {

    private final SuiteSettings settings;
    private final Ports ports;

    ServiceLauncher(SuiteSettings settings) {
        this.settings = settings;
        this.ports = settings.ports();
    }

    /** Starts the process and returns when it is ready. */
    ManagedProcess start(Service service) {
        StateDirectory stateDirectory = settings.stateDirectory();
        String health = ports.managementUrl(service) + "/q/health/ready";
        return ManagedProcess.start(
                        service.shortName(),
                        stateDirectory.logs(),
                        stateDirectory.run(),
                        command(service),
                        environment(service))
                .awaitReady(() -> Readiness.answers(health));
    }

    private List<String> command(Service service) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = service.jar(settings.stateDirectory().root()).toString();
        // Half of the heap for what a batch leaves behind: it should not outlive its collection.
        return List.of(java, "-Xms32m", "-Xmx512m", "-XX:NewRatio=1", "-XX:+UseSerialGC", "-jar", jar);
    }

    private Map<String, String> environment(Service service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management(service)));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.issuer());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", ports.issuer());
        // Members keep their ids when the suite moves to other ports.
        environment.put("LODESTONE_SECURITY_ISSUER_NAME", Keycloak.REALM);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.kafkaBootstrapServers());
        service.database().ifPresent(database -> putDatabase(environment, database));
        if (service == Service.GATEWAY) {
            putRoutes(environment);
            putSession(environment);
        }
        if (service == Service.POINTS) {
            putSealingKey(environment);
        }
        if (service == Service.COMMUNITY) {
            environment.put(
                    "LODESTONE_MEMBERS_PUBLIC_ID_KEY",
                    SecretFile.read(settings.stateDirectory().publicIdKey()));
        }
        putMail(environment);
        environment.putAll(settings.environment());
        return environment;
    }

    private void putDatabase(Map<String, String> environment, String database) {
        String address = "postgresql://127.0.0.1:" + ports.postgresql() + "/" + database;
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", address);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + address);
        environment.put("QUARKUS_DATASOURCE_USERNAME", EmbeddedPostgresql.APPLICATION_USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", EmbeddedPostgresql.APPLICATION_PASSWORD);
        environment.put("QUARKUS_FLYWAY_USERNAME", EmbeddedPostgresql.USER);
        environment.put("QUARKUS_FLYWAY_PASSWORD", EmbeddedPostgresql.PASSWORD);
    }

    private void putRoutes(Map<String, String> environment) {
        for (Service service : Service.values()) {
            if (service != Service.GATEWAY) {
                environment.put("LODESTONE_GATEWAY_ROUTES_" + service.name(), ports.url(service));
            }
        }
    }

    /** Browsers sign in at Keycloak, where there is one; the cookie must pass over plain HTTP on this machine. */
    private void putSession(Map<String, String> environment) {
        environment.put("LODESTONE_GATEWAY_SESSION_ENABLED", Boolean.toString(settings.needsKeycloak()));
        environment.put("LODESTONE_GATEWAY_SESSION_CLIENT_SECRET", Keycloak.CONSOLE_SECRET);
        environment.put(
                "LODESTONE_GATEWAY_SESSION_ENCRYPTION_SECRET",
                SecretFile.read(settings.stateDirectory().sessionKey()));
        environment.put("LODESTONE_GATEWAY_SESSION_SECURE_COOKIES", "false");
    }

    /** The service makes the key at its first start and pins it; both are kept beside the data that it seals, and so are the heads. */
    private void putSealingKey(Map<String, String> environment) {
        environment.put(
                "LODESTONE_POINTS_SEALING_PRIVATE_KEY_FILE",
                settings.stateDirectory().sealingKey().toString());
        environment.put("LODESTONE_POINTS_SEALING_GENERATE_KEY", "true");
        environment.put(
                "LODESTONE_POINTS_VERIFICATION_TRUSTED_KEYS_FILE",
                settings.stateDirectory().trustedKeys().toString());
        environment.put(
                "LODESTONE_POINTS_HEADS_FOLDER",
                settings.stateDirectory().heads().toString());
    }

    private void putMail(Map<String, String> environment) {
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp()));
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
    }
}
