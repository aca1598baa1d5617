/**
 * Receives events: decodes and checks them in batches, applies each once, and stores dead letters with owner and reason. Its
 * entry point is {@link dev.lodestone.platform.inbox.InboxProcessor}. It calls alarm, cloudevents, deadletters and transactions.
 */
@NullMarked
package dev.lodestone.platform.inbox;

import org.jspecify.annotations.NullMarked;
