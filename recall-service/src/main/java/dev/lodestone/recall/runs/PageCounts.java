package dev.lodestone.recall.runs;

/**
 * The counts of one page.
 *
 * @param eligible the sum of the counts below and of the members who were enrolled before
 */
record PageCounts(long eligible, long heldOut, long treated) {
    long alreadyIn() {
        return eligible - heldOut - treated;
    }
}
