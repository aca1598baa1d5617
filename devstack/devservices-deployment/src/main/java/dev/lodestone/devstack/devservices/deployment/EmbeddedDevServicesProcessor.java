package dev.lodestone.devstack.devservices.deployment;

import dev.lodestone.devstack.embedded.EmbeddedPostgresql;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Gives an application that uses PostgreSQL or Kafka a database and a broker without a container engine. A setting that
 * the application makes itself is left alone.
 */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class EmbeddedDevServicesProcessor {

    private static final String NAME = "lodestone-embedded";

    @BuildStep
    void leaseStack(
            CurateOutcomeBuildItem curation,
            Capabilities capabilities,
            LaunchModeBuildItem mode,
            BuildProducer<DevServicesResultBuildItem> services) {
        Map<String, Function<EmbeddedStack, String>> settings = settings(capabilities);
        if (settings.isEmpty()) {
            return;
        }
        ApplicationModel model = curation.getApplicationModel();
        String application = model.getAppArtifact().getArtifactId();
        String database = database(application, mode.isTest());
        String classPath = StackClassPath.of(model);
        Path folder = folder(application, mode.isTest());
        services.produce(DevServicesResultBuildItem.<EmbeddedStack>owned()
                .name(NAME)
                .serviceName(NAME)
                .serviceConfig(settings.keySet())
                .description("PostgreSQL and Kafka as plain processes")
                .startable(() -> new EmbeddedStack(folder, database, classPath))
                .configProvider(settings)
                .build());
    }

    private static Map<String, Function<EmbeddedStack, String>> settings(Capabilities capabilities) {
        Map<String, Function<EmbeddedStack, String>> settings = new HashMap<>();
        if (capabilities.isPresent(Capability.REACTIVE_PG_CLIENT)) {
            settings.put(
                    "quarkus.datasource.reactive.url", stack -> stack.lease().reactiveUrl());
        }
        if (capabilities.isPresent(Capability.AGROAL)) {
            settings.put("quarkus.datasource.jdbc.url", stack -> stack.lease().jdbcUrl());
        }
        if (!settings.isEmpty()) {
            settings.put("quarkus.datasource.username", stack -> EmbeddedPostgresql.APPLICATION_USER);
            settings.put("quarkus.datasource.password", stack -> EmbeddedPostgresql.APPLICATION_PASSWORD);
        }
        if (capabilities.isPresent(Capability.FLYWAY)) {
            settings.put("quarkus.flyway.username", stack -> EmbeddedPostgresql.USER);
            settings.put("quarkus.flyway.password", stack -> EmbeddedPostgresql.PASSWORD);
        }
        if (capabilities.isPresent(Capability.KAFKA)) {
            settings.put("kafka.bootstrap.servers", stack -> stack.lease().kafkaBootstrapServers());
        }
        settings.keySet().removeIf(ConfigUtils::isPropertyNonEmpty);
        return settings;
    }

    /** One database an application; for tests one a test process, so that every run begins with an empty one. */
    private static String database(String application, boolean test) {
        String name = application.replace('-', '_');
        return test ? name + "_test_" + ProcessHandle.current().pid() : name;
    }

    /** Services in development share one broker; a module under test has its own, independent of other tests. */
    private static Path folder(String application, boolean test) {
        Path state = projectRoot().resolve(".lodestone");
        return test ? state.resolve("test-stacks").resolve(application) : state.resolve("shared-stack");
    }

    /** The folder with the Maven wrapper above the module; the working folder when there is none. */
    private static Path projectRoot() {
        Path working = Path.of("").toAbsolutePath();
        for (Path folder = working; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return working;
    }
}
