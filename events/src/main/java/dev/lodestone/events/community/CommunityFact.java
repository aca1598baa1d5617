package dev.lodestone.events.community;

import dev.lodestone.events.Fact;

/** What the community tells. */
public sealed interface CommunityFact extends Fact permits CheckedIn, PostPublished, PostCommented {}
