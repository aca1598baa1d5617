package dev.lodestone.points.ledger.account;

/** What an account holds, in whole units. Nothing ever moves from one asset to another. */
public enum Asset {
    /** What members earn and spend. */
    POINTS,
    /** What counts for a level; never spent. */
    GROWTH,
    /** Mall vouchers. */
    VOUCHER,
    /** The cash book, in the minor unit of the brand's currency. */
    CASH;

    /** A pattern of the names, for parameters of requests. */
    public static final String NAMES = "POINTS|GROWTH|VOUCHER|CASH";
}
