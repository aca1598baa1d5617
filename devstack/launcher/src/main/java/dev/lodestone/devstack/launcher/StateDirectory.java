package dev.lodestone.devstack.launcher;

import dev.lodestone.devstack.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of one suite.
 *
 * @param root the project, where the services' builds are found
 * @param data the suite's data between runs, its logs and PID files
 */
public record StateDirectory(Path root, Path data) {

    private static final Path LAUNCHER_TARGET = Path.of("devstack/launcher/target");

    /** The folders that {@code ./lodestone} uses. */
    public static StateDirectory ofProject(Path root) {
        return new StateDirectory(root, root.resolve(".lodestone"));
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path mail() {
        return data.resolve("mail");
    }

    Path sealingKey() {
        return data.resolve("sealing-key.pem");
    }

    Path publicIdKey() {
        return data.resolve("public-id-key");
    }

    Path sessionKey() {
        return data.resolve("session-key");
    }

    /** The service that makes the key writes its fingerprint there. */
    Path trustedKeys() {
        return data.resolve("trusted-keys.txt");
    }

    Path heads() {
        return data.resolve("heads");
    }

    Path run() {
        return data.resolve("run");
    }

    Path postgresql() {
        return data.resolve("postgresql");
    }

    Path kafka() {
        return data.resolve("kafka");
    }

    Path keycloakData() {
        return data.resolve("keycloak");
    }

    /** Where the build unpacked Keycloak. */
    Path keycloakInstallation() {
        return Keycloak.installation(root.resolve(LAUNCHER_TARGET));
    }

    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(mail());
            Files.createDirectories(run());
            Files.createDirectories(keycloakData());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folders under " + data, e);
        }
    }

    /** Publishes the ports of the suite to other processes. */
    void write(Ports ports) {
        try {
            Files.writeString(portOffsetFile(), Integer.toString(ports.offset()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + portOffsetFile(), e);
        }
    }

    Ports readPorts() {
        try {
            return new Ports(Integer.parseInt(Files.readString(portOffsetFile()).trim()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + portOffsetFile(), e);
        }
    }

    private Path portOffsetFile() {
        return run().resolve("port-offset");
    }

    /** Deletes all data. The suite must not run. */
    void empty() {
        deleteData();
        Folders.delete(keycloakData());
        Folders.delete(mail());
        Folders.delete(logs());
    }

    /** Deletes the data of the servers. The suite must not run. */
    public void deleteData() {
        Folders.delete(postgresql());
        Folders.delete(kafka());
        // The heads of a deleted chain would contradict every new one.
        Folders.delete(heads());
    }
}
