package dev.lodestone.points.ledger.account;

/** The kind of value that an account holds, in whole units. No posting moves units from one asset to another. */
public enum Asset {
    /** Points, which members earn and spend. */
    POINTS,
    /** Growth, which counts towards a tier and is never spent. */
    GROWTH,
    /** Mall vouchers. */
    VOUCHER,
    /** Cash, in the minor unit of the brand's currency. */
    CASH;

    /** A pattern of the names, to validate request parameters. */
    public static final String NAMES = "POINTS|GROWTH|VOUCHER|CASH";
}
