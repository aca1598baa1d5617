package dev.lodestone.recall.channels;

import java.util.UUID;

/**
 * A message to many members; each member gets it at most once.
 *
 * @param id identifies the message, such as the campaign's id
 * @param subject may contain {@code {name}}
 * @param body may contain {@code {name}}; plain text
 */
public record EmailMessage(UUID id, Template subject, Template body) {}
