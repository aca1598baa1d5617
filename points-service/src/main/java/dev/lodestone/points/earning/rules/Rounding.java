package dev.lodestone.points.earning.rules;

import java.math.BigInteger;

/** How a fraction of a unit is rounded. */
public enum Rounding {
    DOWN,
    HALF_UP,
    UP;

    /** {@code amount * numerator / denominator} in whole units, without overflow. No argument may be negative. */
    public BigInteger share(long amount, long numerator, long denominator) {
        BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator));
        BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(denominator));
        boolean more = switch (this) {
            case DOWN -> false;
            case HALF_UP -> parts[1].shiftLeft(1).compareTo(BigInteger.valueOf(denominator)) >= 0;
            case UP -> parts[1].signum() > 0;
        };
        return more ? parts[0].add(BigInteger.ONE) : parts[0];
    }
}
