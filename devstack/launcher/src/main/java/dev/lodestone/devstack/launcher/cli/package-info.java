/** The command line of the launcher: one class for each command, no logic of its own. */
@NullMarked
package dev.lodestone.devstack.launcher.cli;

import org.jspecify.annotations.NullMarked;
