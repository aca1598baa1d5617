package dev.lodestone.e2e;

import dev.lodestone.devstack.launcher.Suite;
import dev.lodestone.devstack.launcher.SuiteSettings;
import dev.lodestone.devstack.launcher.Timeline;
import dev.lodestone.devstack.launcher.demo.DemoBrand;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The suite with the demo brand, started once for all test classes and stopped after the last. Each class leaves it whole. */
final class RunningSuite implements BeforeAllCallback {
    private static final int PORT_OFFSET = 20_000;

    private Suite suite;

    @Override
    public void beforeAll(ExtensionContext context) {
        suite = context.getRoot()
                .getStore(Namespace.create(RunningSuite.class))
                .computeIfAbsent("suite", name -> start(), Suite.class);
    }

    Suite get() {
        return suite;
    }

    private static Suite start() {
        Path root = Path.of(System.getProperty("lodestone.root"));
        // As in production; browsers keep secure cookies of this machine over plain HTTP too.
        SuiteSettings settings = SuiteSettings.forTests(root, root.resolve("e2e/target/suite"), PORT_OFFSET)
                .with(Map.of("LODESTONE_GATEWAY_SESSION_SECURE_COOKIES", "true"));
        Suite started = Suite.start(settings, new Timeline(System.out));
        DemoBrand.introduce(started.ports());
        return started;
    }
}
