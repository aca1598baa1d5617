package dev.lodestone.recall.channels;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.outbox.OutboxRow;

/**
 * An email that only this process may send now.
 *
 * @param attempts this one included
 */
record Claimed(MemberId member, EmailMessage message, int attempts, OutboxRow whenSent) {}
