/**
 * How events come in: decoded and checked in batches, each once in effect, what cannot be handled set aside with its owner and reason. Its
 * entry point is {@link dev.lodestone.platform.inbox.InboxProcessor}. It calls alarm, cloudevents, deadletters and transactions.
 */
@NullMarked
package dev.lodestone.platform.inbox;

import org.jspecify.annotations.NullMarked;
