package dev.lodestone.recall.offers;

/**
 * How an arm did.
 *
 * @param members who are in it
 * @param returned those of them who came back in time
 */
public record ArmCounts(long members, long returned) {
    public static final ArmCounts NONE = new ArmCounts(0, 0);
}
