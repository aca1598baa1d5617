package dev.lodestone.events;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A member of the brand, the same in every service.
 *
 * <p>Other systems name a person by a <em>member reference</em>: our UUID, or {@code channel:externalId} such as {@code crm:00017}.
 * The latter becomes a UUIDv5, so that every service knows the same id without asking another.
 */
public record MemberId(UUID value) implements Comparable<MemberId> {
    /** Namespace of the ids derived from references; it is part of the contract and never changes. */
    private static final UUID NAMESPACE = UUID.fromString("6f2c9f4e-4c1b-5f0e-9d53-1e0c51a7b9d2");

    private static final Pattern REFERENCE = Pattern.compile("[a-z][a-z0-9-]{0,31}:\\S{1,160}");

    public MemberId {
        Require.present(value, "memberId");
    }

    /**
     * The member that {@code reference} names.
     *
     * @throws IllegalArgumentException if it is neither a UUID nor {@code channel:externalId}, or cannot be stored
     */
    public static MemberId of(String reference) {
        Require.present(reference, "member reference");
        UUID uuid = UuidText.parse(reference);
        if (uuid != null) {
            return new MemberId(uuid);
        }
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException(
                    "member reference must be a UUID or channel:externalId, such as crm:00017");
        }
        if (!Require.storable(reference)) {
            // Half a surrogate pair has no UTF-8, so that different references would become one member.
            throw new IllegalArgumentException("member reference must not hold U+0000 or half a surrogate pair");
        }
        return new MemberId(UuidCreator.getNameBasedSha1(NAMESPACE, reference));
    }

    /** Orders by the unsigned bytes of the UUID, as PostgreSQL does, so that rows are locked in one order everywhere. */
    @Override
    public int compareTo(MemberId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
