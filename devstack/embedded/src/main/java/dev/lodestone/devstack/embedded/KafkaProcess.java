package dev.lodestone.devstack.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The broker of {@link EmbeddedKafka} as a process of its own, for those who want to kill it. Arguments: the folder of its records, the
 * port. It ends in good order on a plain end signal.
 */
public final class KafkaProcess {

    private KafkaProcess() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedKafka broker = EmbeddedKafka.open(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-stop"));
    }
}
