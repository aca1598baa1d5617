package dev.lodestone.events.behaviours;

import dev.lodestone.events.Fact;

/** What a person did in an app. */
public sealed interface BehaviourFact extends Fact permits BehaviourRecorded {}
