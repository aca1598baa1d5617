package dev.lodestone.devstack.launcher.cli;

import dev.lodestone.devstack.launcher.Suite;
import dev.lodestone.devstack.launcher.replay.History;
import dev.lodestone.devstack.launcher.replay.Replay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Feeds orders into the suite that is up. */
@Command(
        name = "replay",
        description = {
            "Feeds a history into the suite that is up, waits until all of it is taken in, and prints a summary.",
            "FILE holds orders, in one of two layouts:",
            "  comma-separated under the header member,order_id,occurred_at,amount_minor,currency",
            "  (occurred_at such as 2026-03-01T12:30:00+08:00; amount_minor whole, such as 2990 for 29.90)",
            "  or four columns apart by blanks: customer, yyyymmdd, pieces, US dollars with two decimals.",
            "Without FILE a generated noodle-restaurant chain is replayed: 5,000 members over 180 days.",
            "The same input replayed again changes nothing."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private final RootOption root = new RootOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(
            names = "--wait-max",
            description = "Longest wait in minutes; 30 by default.",
            defaultValue = "30",
            paramLabel = "MINUTES")
    private int waitMinutesMax;

    @Override
    public Integer call() {
        History history = file == null ? Replay.ofGeneratedBrand() : Replay.ofFile(file);
        Replay replay = new Replay(Suite.portsOfRunning(root.stateDirectory()), System.out, System.console() != null);
        replay.run(history, Duration.ofMinutes(waitMinutesMax));
        return 0;
    }
}
