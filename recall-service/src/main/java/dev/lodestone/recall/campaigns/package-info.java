/**
 * Recall campaigns as operators define, run and judge them. A run picks its members from profile and contacts and hands them to offers, which
 * splits them and writes to them by channels. No other room calls it.
 */
@NullMarked
package dev.lodestone.recall.campaigns;

import org.jspecify.annotations.NullMarked;
