/** The one place that reads the clock and makes ids; everybody else has them injected. */
@NullMarked
package dev.lodestone.platform.time;

import org.jspecify.annotations.NullMarked;
