package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.events.EventType;
import dev.lodestone.events.Topic;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Feeds a history into a running suite, and prints the result. */
public final class Replay {
    private static final List<String> DEAD_LETTERS = List.of(
            Topic.deadLetters(Topic.ORDERS), Topic.deadLetters(Topic.MEMBERS), Topic.deadLetters(Topic.BEHAVIOURS));

    private static final int PLAIN_LINE_LENGTH = 100;

    private final Ports ports;
    private final PrintStream out;
    private final boolean terminal;

    /** @param terminal whether {@code out} can draw a line again */
    public Replay(Ports ports, PrintStream out, boolean terminal) {
        this.ports = ports;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * The orders of a file.
     *
     * @throws LauncherException naming the line, when there is one that cannot be understood
     */
    public static History ofFile(Path file) {
        return OrderFile.read(file);
    }

    /** A noodle-restaurant chain that does not exist: 5,000 members over 180 days, the same at every call. */
    public static History ofGeneratedBrand() {
        return NoodleBrand.history();
    }

    /**
     * Sends all events and returns when the suite has taken them in. Doing it again changes nothing.
     *
     * @throws LauncherException when the suite is not up, or has not taken in all of it within {@code waitMax}
     */
    public void run(History history, Duration waitMax) {
        try (ConsumerLag lag = new ConsumerLag(ports.kafkaBootstrapServers())) {
            Settlement.requireReader(lag);
            long refusedBefore = lag.size(DEAD_LETTERS);
            long startNanos = System.nanoTime();
            try (ProgressBar sent = bar("Sent", history.events().size())) {
                new EventSender(ports.kafkaBootstrapServers()).send(history.events(), sent);
            }
            Settlement settlement = new Settlement(lag, waitMax);
            long orders = orders(history);
            try (ProgressBar posted = bar("Posted", orders)) {
                settlement.awaitPosted(orders, posted);
            }
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            settlement.awaitQuiet();
            report(history, orders, seconds, lag.size(DEAD_LETTERS) - refusedBefore);
        }
    }

    private void report(History history, long orders, double seconds, long refused) {
        int events = history.events().size();
        out.printf(Locale.ROOT, "%nAs of %s%n", history.lastDay());
        out.printf(
                Locale.ROOT,
                "  %-10s %,d, of them %,d of orders, about %,d members%n",
                "Events",
                events,
                orders,
                history.members());
        out.printf(
                Locale.ROOT,
                "  %-10s %,.0f events a second, from the first sent to the last order posted%n",
                "Speed",
                events / seconds);
        if (refused > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %-10s %,d events, each with its reason in a topic that ends with .dlq%n",
                    "Refused",
                    refused);
        }
        out.print(new SuiteSummary(ports).asOf(history.lastDay()));
    }

    /** One line that is drawn again and again on a terminal; where there is none, a line now and then. */
    private ProgressBar bar(String label, long total) {
        return new ProgressBarBuilder()
                .setTaskName(label)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setUpdateIntervalMillis(terminal ? 200 : 10_000)
                .setConsumer(
                        terminal
                                ? new ConsoleProgressBarConsumer(out)
                                : new DelegatingProgressBarConsumer(out::println, PLAIN_LINE_LENGTH))
                .build();
    }

    private static long orders(History history) {
        return history.events().stream()
                .filter(event -> EventType.of(event.fact()).topic().equals(Topic.ORDERS))
                .count();
    }
}
