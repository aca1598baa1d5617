package dev.lodestone.points.ledger;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.account.Asset;

/** What a posting in the book is. */
public record Written(PostingKind kind, Asset asset) {}
