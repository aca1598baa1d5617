package dev.lodestone.recall.channels;

import java.util.UUID;

/**
 * What is written to many; a member gets one message once.
 *
 * @param id names the message for good, such as the campaign's id
 * @param subject may hold {@code {name}}
 * @param body may hold {@code {name}}; plain text
 */
public record EmailMessage(UUID id, Template subject, Template body) {}
