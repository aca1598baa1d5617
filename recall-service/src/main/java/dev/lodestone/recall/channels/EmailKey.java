package dev.lodestone.recall.channels;

import dev.lodestone.events.MemberId;
import java.util.UUID;

/** One member's copy of a message. */
public record EmailKey(MemberId member, UUID messageId) {}
