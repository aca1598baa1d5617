package dev.lodestone.platform.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The number of dead letters among the last records of a channel. Not thread-safe. */
final class SetAsideWindow {
    private record Batch(int records, int setAside) {}

    private final InboxConfig.Pause limits;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private int records;
    private int setAside;
    private int run;

    SetAsideWindow(InboxConfig.Pause limits) {
        this.limits = limits;
    }

    /**
     * Adds a batch.
     *
     * @return why the channel must pause, if it must; then the count begins again
     */
    Optional<String> add(int batchRecords, int batchSetAside) {
        batches.add(new Batch(batchRecords, batchSetAside));
        records += batchRecords;
        setAside += batchSetAside;
        run = batchSetAside == batchRecords ? run + batchRecords : 0;
        while (!batches.isEmpty() && records - batches.getFirst().records() >= limits.window()) {
            Batch oldest = batches.removeFirst();
            records -= oldest.records();
            setAside -= oldest.setAside();
        }
        Optional<String> reason = reason();
        reason.ifPresent(ignored -> clear());
        return reason;
    }

    private Optional<String> reason() {
        if (run >= limits.run()) {
            return Optional.of(run + " records in a row were set aside");
        }
        boolean full = records >= limits.window();
        return full && 100L * setAside >= (long) limits.sharePercent() * records
                ? Optional.of(setAside + " of the last " + records + " records were set aside")
                : Optional.empty();
    }

    private void clear() {
        batches.clear();
        records = 0;
        setAside = 0;
        run = 0;
    }
}
