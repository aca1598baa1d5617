package dev.lodestone.recall.offers;

/**
 * The results of an arm.
 *
 * @param members in the arm
 * @param returned members of the arm who returned in time
 */
public record ArmCounts(long members, long returned) {
    public static final ArmCounts NONE = new ArmCounts(0, 0);
}
