package dev.lodestone.points.ledger.postings;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.account.Asset;
import java.util.UUID;

/**
 * The kind, asset and cause of a posting in the ledger.
 *
 * @param causeId of the event, request or posting that caused it
 */
public record PostingRef(PostingKind kind, Asset asset, UUID causeId) {}
