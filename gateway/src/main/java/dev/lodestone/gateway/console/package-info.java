/** Serves the operator console and the member page, which the module {@code console} builds. It calls {@code session}. */
@NullMarked
package dev.lodestone.gateway.console;

import org.jspecify.annotations.NullMarked;
