package dev.lodestone.devstack.launcher.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line that is drawn again and again on a terminal; where there is none, a line now and then. */
final class ProgressBar {
    private static final int WIDTH = 40;
    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
    private static final long PLAIN_LINE_NANOS = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final String label;
    private final long total;
    private final long startNanos = System.nanoTime();
    private long drawnNanos = startNanos - PLAIN_LINE_NANOS;

    ProgressBar(PrintStream out, boolean terminal, String label, long total) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
        this.total = total;
    }

    void show(long done) {
        long now = System.nanoTime();
        if (now - drawnNanos >= (terminal ? REDRAW_NANOS : PLAIN_LINE_NANOS)) {
            drawnNanos = now;
            draw(done);
        }
    }

    /** Draws the last state and leaves the line. */
    void finish(long done) {
        draw(done);
        if (terminal) {
            out.println();
        }
    }

    private void draw(long done) {
        int filled = total == 0 ? WIDTH : Math.toIntExact(Math.clamp(done * WIDTH / total, 0, WIDTH));
        double seconds = Math.max((System.nanoTime() - startNanos) / 1e9, 0.001);
        String line = String.format(
                Locale.ROOT,
                "%-8s [%s%s] %,d of %,d  %,.0f/s",
                label,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                total,
                done / seconds);
        out.print(terminal ? "\r" + line + "\u001b[K" : line + "\n");
        out.flush();
    }
}
