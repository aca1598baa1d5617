package dev.lodestone.platform.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes ids. */
public final class Ids {
    private Ids() {}

    /** A new UUIDv7: sorted by time of making, so that indexes grow at one end. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The UUIDv5 of {@code name} in {@code namespace}: the same inputs give the same id, which makes an effect idempotent. */
    public static UUID derived(UUID namespace, String name) {
        return UuidCreator.getNameBasedSha1(namespace, name);
    }
}
