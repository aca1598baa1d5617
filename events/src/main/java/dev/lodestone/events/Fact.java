package dev.lodestone.events;

/** The data of an event: something that happened. {@link EventType} names its type. */
public interface Fact {}
