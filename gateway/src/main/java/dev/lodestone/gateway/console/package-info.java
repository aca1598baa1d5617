/** Serves the files of the operator console, which the module {@code console} builds. It calls no other package. */
@NullMarked
package dev.lodestone.gateway.console;

import org.jspecify.annotations.NullMarked;
