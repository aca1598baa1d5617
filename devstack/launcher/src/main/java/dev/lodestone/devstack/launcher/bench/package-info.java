/** Measurements, each beside its reference on the same database in the same run. They print figures and judge nothing. */
@NullMarked
package dev.lodestone.devstack.launcher.bench;

import org.jspecify.annotations.NullMarked;
