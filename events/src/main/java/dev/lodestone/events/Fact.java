package dev.lodestone.events;

/** The data of an event: something that happened. Which one it is, {@link EventType} tells. */
public interface Fact {}
