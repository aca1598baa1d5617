package dev.lodestone.tier.previews;

import dev.lodestone.tier.jobs.Job;
import dev.lodestone.tier.jobs.JobState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A preview and what it has found so far.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "code": "main", "version": 2, "state": "DONE", "percent": 100,
 *   "effectiveFrom": "2026-12-31T16:00:00Z", "at": "2026-12-31T16:00:00Z",
 *   "members": 1200, "rising": 0, "falling": 40, "listed": 40,
 *   "matrix": [{"from": "ADVANCED", "to": "ADVANCED", "members": 160}, {"from": "ADVANCED", "to": "BASIC", "members": 40},
 *     {"from": "BASIC", "to": "BASIC", "members": 1000}],
 *   "requestedBy": "operator-1", "requestedAt": "2026-12-01T04:00:00Z", "finishedAt": "2026-12-01T04:00:07Z", "failure": null
 * }
 * }
 *
 * @param percent how much is done
 * @param effectiveFrom from when the version would be in force
 * @param at when levels are compared
 * @param members compared so far
 * @param rising members whose level would be higher
 * @param falling members whose level would be lower
 * @param listed of both, those that can be listed one by one
 * @param matrix members by the level without and the level with the version
 * @param failure why it failed, or why the last attempt did
 */
public record PreviewView(
        UUID id,
        String code,
        int version,
        JobState state,
        int percent,
        Instant effectiveFrom,
        Instant at,
        long members,
        long rising,
        long falling,
        long listed,
        List<Cell> matrix,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {
    /**
     * Members with one level without and one level with the version.
     *
     * @param from level without it
     * @param to level with it
     */
    public record Cell(String from, String to, long members) {}

    static PreviewView of(Job job, Preview preview, PreviewResult result) {
        return new PreviewView(
                job.id(),
                preview.code(),
                preview.version(),
                job.state(),
                job.percent(),
                preview.effectiveFrom(),
                preview.at(),
                result.members(),
                result.rising(),
                result.falling(),
                result.listed(),
                result.matrix().entrySet().stream()
                        .flatMap(row -> row.getValue().entrySet().stream()
                                .map(cell -> new Cell(row.getKey(), cell.getKey(), cell.getValue())))
                        .toList(),
                job.requestedBy(),
                job.requestedAt(),
                job.finishedAt(),
                job.failure());
    }
}
