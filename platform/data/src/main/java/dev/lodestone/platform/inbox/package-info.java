/**
 * Receives events: decodes and checks them in batches, applies each once, and stores dead letters with owner and reason. Its
 * entry point is {@link dev.lodestone.platform.inbox.InboxProcessor}. It calls {@code alarm}, {@code cloudevents}, {@code deadletters},
 * {@code sql} and {@code transactions}.
 */
@NullMarked
package dev.lodestone.platform.inbox;

import org.jspecify.annotations.NullMarked;
