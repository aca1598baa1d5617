package dev.lodestone.recall.channels;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.outbox.OutboxRow;

/**
 * Requests that a member gets a message.
 *
 * @param whenSent the event to publish when the mail server has accepted the email
 */
public record EmailIntent(MemberId member, OutboxRow whenSent) {}
