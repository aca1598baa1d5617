package dev.lodestone.devstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks before the start. */
final class Preflight {

    private static final long DISK_FREE_BYTES_MIN = 2L << 30;

    private Preflight() {}

    /** @throws LauncherException for the first thing that is not in order */
    static void check(StateDirectory stateDirectory, Ports ports) {
        checkBuilt(stateDirectory);
        checkDisk(stateDirectory.data());
        checkPorts(ports);
    }

    static void checkPorts(Ports ports) {
        List<String> taken = ports.byName().entrySet().stream()
                .filter(entry -> isTaken(entry.getValue()))
                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                .toList();
        if (!taken.isEmpty()) {
            throw new LauncherException("Another program listens on port " + String.join(", ", taken)
                    + ": stop it, or move all ports with --port-offset 100");
        }
    }

    private static void checkBuilt(StateDirectory stateDirectory) {
        Stream<Path> jars = Stream.of(Service.values()).map(service -> service.jar(stateDirectory.root()));
        Stream.concat(jars, Stream.of(stateDirectory.keycloakInstallation()))
                .filter(path -> !Files.exists(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new LauncherException("Not built: " + path + " is missing; run ./mvnw -DskipTests package");
                });
    }

    private static void checkDisk(Path data) {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < DISK_FREE_BYTES_MIN) {
                throw new LauncherException(
                        "Only " + (free >> 20) + " MiB are free on the disk of " + data + ": free at least 2 GiB");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the free disk space for " + data, e);
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
