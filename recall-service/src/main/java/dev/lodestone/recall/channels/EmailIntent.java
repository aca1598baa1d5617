package dev.lodestone.recall.channels;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.outbox.OutboxRow;

/**
 * That a member is to get a message.
 *
 * @param whenSent the event that is told once the mail server took it
 */
public record EmailIntent(MemberId member, OutboxRow whenSent) {}
