/**
 * Runs of campaigns: an operator asks for one, a job works on it page by page. A page takes members from profile and contacts and hands them to
 * offers, which splits them and writes to them by channels. It asks campaigns what to offer. No other package calls it.
 */
@NullMarked
package dev.lodestone.recall.runs;

import org.jspecify.annotations.NullMarked;
