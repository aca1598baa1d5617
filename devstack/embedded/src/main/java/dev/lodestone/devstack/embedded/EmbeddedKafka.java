package dev.lodestone.devstack.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A single-node KRaft broker inside this JVM: the same server class that a Kafka installation runs. Undeclared topics
 * are created on first use with four partitions.
 *
 * <p>A broker that was closed can be opened again on the same port and folder and still has its records; that is how a
 * test takes the broker away for a while.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String NODE_ID = "1";

    private final KafkaRaftServer server;
    private final int port;
    private boolean closed;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Opens a broker and returns when it accepts connections.
     *
     * @param folder where records are kept; formatted when empty
     * @param port the port on 127.0.0.1, or 0 for any free one
     * @throws IOException when the folder cannot be written
     */
    public static EmbeddedKafka open(Path folder, int port) throws IOException {
        return open(folder, port, Map.of());
    }

    /** As {@link #open(Path, int)}, with broker settings that win over the defaults here. */
    public static EmbeddedKafka open(Path folder, int port, Map<String, String> settings) throws IOException {
        int brokerPort = FreePort.orFind(port);
        Path records = folder.resolve("kraft");
        formatWhenEmpty(records);
        Properties properties = settings(brokerPort, FreePort.find(), records);
        properties.putAll(settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, brokerPort);
    }

    /**
     * A broker as a process of its own, for those who want to kill it; it ends in good order on a plain end signal.
     *
     * @param arguments the folder of its records, the port
     */
    public static void main(String[] arguments) throws IOException {
        EmbeddedKafka broker = open(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-stop"));
    }

    public int port() {
        return port;
    }

    /** What goes into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker and waits until its files are closed. Closing twice does nothing; a second caller waits. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static Properties settings(int brokerPort, int controllerPort, Path records) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", NODE_ID);
        properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(brokerPort, controllerPort));
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("log.dir", records.toString());
        properties.put("num.partitions", "4");
        properties.put("auto.create.topics.enable", "true");
        singleNode(properties);
        return properties;
    }

    /** Kafka's own topics need three brokers and many partitions by default. */
    private static void singleNode(Properties properties) {
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        // Of the heap, for compacting topics: 128 MiB by default, too much where tests have several brokers in a JVM.
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
    }

    private static void formatWhenEmpty(Path records) throws IOException {
        if (Files.exists(records.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(records);
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(NODE_ID))
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setMetadataLogDirectory(records.toString())
                .addDirectory(records.toString());
        try {
            formatter.run();
        } catch (IOException | UncheckedIOException e) {
            throw new IOException("Cannot format the Kafka folder " + records, e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka refused to format " + records, e);
        }
    }
}
