package dev.lodestone.devstack.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the progress, one line for each step, with the seconds since the start. */
public final class Timeline {

    private final PrintStream out;
    private final long startNanos = System.nanoTime();

    public Timeline(PrintStream out) {
        this.out = out;
    }

    public void say(String event) {
        out.println(String.format(Locale.ROOT, "[%5.1fs] %s", secondsSinceStart(), event));
    }

    double secondsSinceStart() {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
