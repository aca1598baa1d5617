package dev.lodestone.recall.runs;

/**
 * Whom a page found.
 *
 * @param eligible the sum of those below and of those who were enrolled before
 */
record PageCounts(long eligible, long heldOut, long treated) {
    long alreadyIn() {
        return eligible - heldOut - treated;
    }
}
