package dev.lodestone.recall.contacts;

/**
 * A change as the history keeps it.
 *
 * @param consent whether the member agreed to email once it had arrived
 */
record HistoryRow(ContactChange change, boolean consent) {}
