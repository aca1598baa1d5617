package dev.lodestone.devstack.launcher.replay;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids that depend on the input alone. */
final class EventIds {
    private static final UUID NAMESPACE = UUID.fromString("3b9f1f5c-86a7-5d0e-9f5e-6d1f8f0a7c11");

    private EventIds() {}

    /**
     * The id of the event that a row becomes.
     *
     * @param kind of the input, so that equal rows of different layouts differ
     * @param row its number, so that equal rows of one file differ: a customer may buy the same twice on a day
     */
    static String ofRow(String kind, long row, String content) {
        return of(kind + "#" + row + "#" + content).toString();
    }

    static UUID of(String name) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, name);
    }
}
