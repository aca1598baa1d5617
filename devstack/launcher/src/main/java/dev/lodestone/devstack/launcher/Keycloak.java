package dev.lodestone.devstack.launcher;

import dev.lodestone.devstack.embedded.Folders;
import dev.lodestone.devstack.launcher.process.ManagedProcess;
import dev.lodestone.devstack.launcher.process.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Keycloak with the realm of the suite, as a process of its own. */
final class Keycloak {

    static final String REALM = "lodestone";
    /** Of the gateway's client in the realm's file; nobody but this machine reaches it. */
    static final String CONSOLE_SECRET = "lodestone-console-demo-secret";

    private static final String REALM_FILE = "lodestone-realm.json";
    private static final String VERSIONS_FILE = "versions.properties";

    private Keycloak() {}

    /** Where the build unpacked it: a folder for each version, so that no two are ever mixed. */
    static Path installation(Path target) {
        try (InputStream file = resource(VERSIONS_FILE)) {
            Properties versions = new Properties();
            versions.load(file);
            return target.resolve("keycloak-" + versions.getProperty("keycloak"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + VERSIONS_FILE, e);
        }
    }

    /** Starts it and returns when it knows the realm. */
    static ManagedProcess start(StateDirectory stateDirectory, Ports ports) {
        Path installation = stateDirectory.keycloakInstallation();
        offerRealm(installation);
        forgetOtherRealm(stateDirectory, installation);
        Path script = installation.resolve("bin/kc.sh");
        if (!script.toFile().setExecutable(true)) {
            throw new LauncherException("Cannot make " + script + " executable");
        }
        String discovery = ports.issuer() + "/.well-known/openid-configuration";
        return ManagedProcess.start(
                        "keycloak",
                        stateDirectory.logs(),
                        stateDirectory.run(),
                        command(script, stateDirectory, ports),
                        environment())
                .awaitReady(() -> Readiness.answers(discovery));
    }

    /** Keycloak imports a realm that it does not have and leaves one that it has, so an older one is deleted with its users. */
    private static void forgetOtherRealm(StateDirectory stateDirectory, Path installation) {
        Path imported = stateDirectory.keycloakData().resolve(REALM_FILE);
        Path offered = offered(installation);
        try {
            if (Files.exists(imported) && Files.mismatch(imported, offered) == -1) {
                return;
            }
            Folders.delete(stateDirectory.keycloakData());
            Files.createDirectories(stateDirectory.keycloakData());
            Files.copy(offered, imported);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compare Keycloak's realm with " + offered, e);
        }
    }

    private static Path offered(Path installation) {
        return installation.resolve("data/import").resolve(REALM_FILE);
    }

    private static List<String> command(Path script, StateDirectory stateDirectory, Ports ports) {
        return List.of(
                script.toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                // One issuer, whatever name a browser reaches it by.
                "--hostname=" + ports.keycloakUrl(),
                "--db-url=jdbc:h2:file:" + stateDirectory.keycloakData().resolve("h2") + ";NON_KEYWORDS=VALUE");
    }

    private static Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx400m",
                // It only has to start soon and sign a few tokens.
                "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                "KC_BOOTSTRAP_ADMIN_USERNAME", "keycloak-admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", "keycloak-admin-demo");
    }

    /** Keycloak reads the realm from here when its own data does not hold it yet. */
    private static void offerRealm(Path installation) {
        try (InputStream realm = resource(REALM_FILE)) {
            Files.createDirectories(offered(installation).getParent());
            Files.copy(realm, offered(installation), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give Keycloak its realm", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Keycloak.class.getResourceAsStream("/" + name), name);
    }
}
