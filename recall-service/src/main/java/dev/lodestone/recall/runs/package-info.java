/**
 * Runs of campaigns. An operator requests a run; a job processes it page by page. A page selects members by their profile and contact data
 * and enrols them. No other package calls this one. It calls {@code campaigns}, {@code channels}, {@code contacts}, {@code offers} and
 * {@code profile}.
 */
@NullMarked
package dev.lodestone.recall.runs;

import org.jspecify.annotations.NullMarked;
