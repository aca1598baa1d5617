package dev.lodestone.recall.contacts;

/**
 * A row of the history of changes.
 *
 * @param consent whether the member consents to email after the change
 */
record HistoryRow(ContactChange change, boolean consent) {}
