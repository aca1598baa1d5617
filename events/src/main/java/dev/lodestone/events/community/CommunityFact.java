package dev.lodestone.events.community;

import dev.lodestone.events.Fact;

/** What a member did in the community. */
public sealed interface CommunityFact extends Fact permits CheckedIn, PostPublished, PostCommented {}
