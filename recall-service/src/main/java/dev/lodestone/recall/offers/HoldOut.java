package dev.lodestone.recall.offers;

import dev.lodestone.events.MemberId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Splits a campaign's members by a hash of campaign and member: the same every time, in any process, and independent between campaigns.
 *
 * @param salt the campaign's id
 * @param percent of the members who are held out, 0 to 90
 */
public record HoldOut(UUID salt, int percent) {
    public HoldOut {
        if (percent < 0 || percent > 90) {
            throw new IllegalArgumentException("the hold-out must be 0 to 90 percent, but was " + percent);
        }
    }

    public Arm armOf(MemberId member) {
        // The top 32 bits as a fraction of their range: a share that any percent divides evenly.
        long fraction = Integer.toUnsignedLong(ByteBuffer.wrap(hash(member)).getInt());
        return fraction * 100 < percent * (1L << 32) ? Arm.HOLD_OUT : Arm.TREATMENT;
    }

    private byte[] hash(MemberId member) {
        ByteBuffer input = ByteBuffer.allocate(32)
                .putLong(salt.getMostSignificantBits())
                .putLong(salt.getLeastSignificantBits())
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits());
        try {
            return MessageDigest.getInstance("SHA-256").digest(input.array());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
