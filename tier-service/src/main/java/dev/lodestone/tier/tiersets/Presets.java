package dev.lodestone.tier.tiersets;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.tiersets.Cycle.Anchor;
import dev.lodestone.tier.tiersets.Source.Kind;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Tier versions to begin with, in the manner of well-known programmes. Thresholds are examples; the policies are what matters.
 */
public final class Presets {
    private static final String GROWTH = "growth";
    private static final String SPEND = "spend";
    private static final String VISITS = "visits";
    private static final Period YEAR = Period.ofMonths(12);
    private static final Source SPENDING = Source.of(Kind.SPEND);
    private static final Source ACTIVITY = Source.of(Kind.ACTIVITY);
    private static final Source ORDERS = Source.of(Kind.ORDERS);
    /** A hundred for each order of at least 100.00. */
    private static final Source LARGE_ORDERS = new Source(Kind.ORDERS, 100, 10_000);

    private static final Criterion YEARLY = Criterion.inCycle(GROWTH, SPENDING);
    private static final LocalText BASIC = new LocalText("普通", "Basic");
    private static final LocalText SILVER = new LocalText("银卡", "Silver");
    private static final LocalText GOLD = new LocalText("金卡", "Gold");
    private static final LocalText PLATINUM = new LocalText("铂金", "Platinum");

    private Presets() {}

    /** All presets by name. */
    public static Map<String, TierSet> all(ZoneId zone) {
        return Map.of(
                "restaurant", restaurant(zone),
                "calendar-year", calendarYear(zone),
                "calendar-year-with-graces", calendarYearWithGraces(zone),
                "renewal-by-spend-or-visits", renewalApart(zone),
                "membership-anniversary", membershipAnniversary(zone),
                "tier-anniversary", tierAnniversary(zone),
                "trust", trust(zone));
    }

    /** As Haidilao: growth of twelve months, assessed on the first of each month, one step down and at most once in six months. */
    public static TierSet restaurant(ZoneId zone) {
        return new TierSet(
                zone,
                new Cycle(Anchor.CALENDAR, 1),
                List.of(Criterion.rolling(GROWTH, YEAR, SPENDING, LARGE_ORDERS)),
                ladder(2_000, 6_000, 12_000),
                Keeping.AT_CYCLE_END.oneStepIn(Period.ofMonths(6)));
    }

    /** As Salesforce: growth begins anew with the calendar year; what a year brings is kept through the next one. */
    public static TierSet calendarYear(ZoneId zone) {
        return byYears(zone, Anchor.CALENDAR, YEARLY, Keeping.AT_CYCLE_END);
    }

    /** As Antavo: a calendar year with a grace for growth, a grace for the level, and surplus that is carried over. */
    public static TierSet calendarYearWithGraces(ZoneId zone) {
        Criterion growth = YEARLY.withGrace(Period.ofMonths(1)).withCarryOver();
        return byYears(zone, Anchor.CALENDAR, growth, Keeping.AT_CYCLE_END.withGrace(Period.ofMonths(3)));
    }

    /** As Capillary: reached by spend and visits, kept by less of both. */
    public static TierSet renewalApart(ZoneId zone) {
        return new TierSet(
                zone,
                new Cycle(Anchor.LEVEL, 12),
                List.of(Criterion.rolling(SPEND, YEAR, SPENDING), Criterion.rolling(VISITS, YEAR, ORDERS)),
                List.of(
                        TierLevel.of("BASIC", BASIC, Requirement.NONE),
                        TierLevel.of("SILVER", SILVER, both(1_000, 4)).keptBy(both(600, 2)),
                        TierLevel.of("GOLD", GOLD, both(5_000, 12)).keptBy(both(3_000, 6))),
                Keeping.AT_CYCLE_END);
    }

    /** As Brevo with its assessment on the day of the membership: growth of the year of membership. */
    public static TierSet membershipAnniversary(ZoneId zone) {
        return byYears(zone, Anchor.MEMBERSHIP, YEARLY, Keeping.AT_CYCLE_END);
    }

    /** As Talon.One: a level is held for a year; growth since it was reached renews it, or the member falls one step. */
    public static TierSet tierAnniversary(ZoneId zone) {
        return byYears(zone, Anchor.LEVEL, YEARLY, Keeping.AT_CYCLE_END.oneStepIn(Period.ZERO));
    }

    /** As Discourse's trust level 3: activity of a hundred days, kept by nine tenths of it and for at least fourteen days. */
    public static TierSet trust(ZoneId zone) {
        return new TierSet(
                zone,
                null,
                List.of(Criterion.rolling(GROWTH, Period.ofDays(100), ACTIVITY)),
                List.of(
                        TierLevel.of("MEMBER", new LocalText("成员", "Member"), Requirement.NONE),
                        TierLevel.of("REGULAR", new LocalText("常客", "Regular"), Requirement.of(GROWTH, 500))
                                .keptBy(Requirement.of(GROWTH, 450))),
                Keeping.AT_ONCE.withShortestStay(Period.ofDays(14)));
    }

    /** A tier set in whose years growth begins anew. */
    private static TierSet byYears(ZoneId zone, Anchor anchor, Criterion growth, Keeping keeping) {
        return new TierSet(zone, new Cycle(anchor, 12), List.of(growth), ladder(1_000, 5_000, 20_000), keeping);
    }

    private static List<TierLevel> ladder(long silver, long gold, long platinum) {
        return List.of(
                TierLevel.of("BASIC", BASIC, Requirement.NONE),
                TierLevel.of("SILVER", SILVER, Requirement.of(GROWTH, silver)),
                TierLevel.of("GOLD", GOLD, Requirement.of(GROWTH, gold)),
                TierLevel.of("PLATINUM", PLATINUM, Requirement.of(GROWTH, platinum)));
    }

    private static Requirement both(long spend, long visits) {
        return new Requirement(Requirement.Match.ALL, Map.of(SPEND, spend, VISITS, visits));
    }
}
