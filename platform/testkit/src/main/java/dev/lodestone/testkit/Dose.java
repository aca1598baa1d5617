package dev.lodestone.testkit;

/** How much of a race, a fuzz or a property a run tries: a few in every test run, all before a release. */
public final class Dose {
    private static final boolean FULL = "full".equals(System.getenv("LODESTONE_DOSE"));

    private Dose() {}

    /** {@code full} where the environment has {@code LODESTONE_DOSE=full}, as {@code ./lodestone prove} sets it; otherwise {@code little}. */
    public static int of(int little, int full) {
        return FULL ? full : little;
    }
}
