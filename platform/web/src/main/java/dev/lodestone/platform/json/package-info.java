/**
 * JSON: how strictly requests are read ({@link dev.lodestone.platform.json.StrictJson}, which works by itself), and
 * {@link dev.lodestone.platform.json.Json} for values that are stored. It calls {@code time}.
 */
@NullMarked
package dev.lodestone.platform.json;

import org.jspecify.annotations.NullMarked;
