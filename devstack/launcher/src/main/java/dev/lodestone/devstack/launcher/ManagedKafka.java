package dev.lodestone.devstack.launcher;

import dev.lodestone.devstack.embedded.KafkaProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the broker as a process of its own, so that a test can kill it. */
final class ManagedKafka {

    private ManagedKafka() {}

    /** Starts it and returns when it accepts connections. */
    static ManagedProcess start(StateDirectory stateDirectory, Ports ports) {
        ManagedProcess child = ManagedProcess.start(stateDirectory, "kafka", command(stateDirectory, ports), Map.of());
        Readiness.awaitPortOrStop(child, ports.kafka());
        return child;
    }

    private static List<String> command(StateDirectory stateDirectory, Ports ports) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaProcess.class.getName(),
                stateDirectory.kafka().toString(),
                Integer.toString(ports.kafka()));
    }
}
