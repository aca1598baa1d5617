/**
 * Processes of the suite: each with a log and a PID file, waited for until it answers, and stopped by a later launcher where its own was
 * killed. The entry point is {@code ManagedProcess}. Knows nothing of what runs in them.
 */
@NullMarked
package dev.lodestone.devstack.launcher.process;

import org.jspecify.annotations.NullMarked;
