/**
 * Starts, watches and stops the whole suite on one machine: servers in or beside this process, each service as a process
 * of its own. The entry point is {@code Suite}; the command line, the end-to-end tests and the benches use it.
 */
@NullMarked
package dev.lodestone.devstack.launcher;

import org.jspecify.annotations.NullMarked;
