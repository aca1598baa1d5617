package dev.lodestone.events.behaviours;

import dev.lodestone.events.Fact;

/** What an app tells about what a person does. */
public sealed interface BehaviourFact extends Fact permits BehaviourRecorded {}
