/**
 * The records of the events' contract, as a native executable has to know them: the contract itself knows no framework. Nothing enters it.
 * It calls {@code cloudevents}.
 */
@NullMarked
package dev.lodestone.platform.contracts;

import org.jspecify.annotations.NullMarked;
