package dev.lodestone.tier.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.tiersets.Criterion;
import dev.lodestone.tier.tiersets.Keeping;
import dev.lodestone.tier.tiersets.Presets;
import dev.lodestone.tier.tiersets.Requirement;
import dev.lodestone.tier.tiersets.TierLevel;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.VersionInForce;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The policies of the presets, each with the history that a member would expect. Times are local dates in Shanghai. */
@DisplayName("T04 A level is kept and lost as its policy says")
class PolicyTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalText NAME = new LocalText("级", "Level");
    private static final Instant END = day("2030-01-01");

    @Nested
    @DisplayName("T04 restaurant: assessed on the first of the month, one step in six months")
    class Restaurant {
        @Test
        void T04_shouldFallOneStepAtATimeAndAtMostOnceInSixMonths() {
            assertThat(levels(Presets.restaurant(SHANGHAI), growth("2026-03-10", 7_000)))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-03-10", "SILVER 2027-04-01", "BASIC 2027-10-01");
        }

        @Test
        void T04_shouldKeepTheLevelThatTwelveMonthsStillBring() {
            assertThat(levels(Presets.restaurant(SHANGHAI), growth("2026-03-10", 6_000), growth("2026-09-01", 6_000)))
                    .containsExactly(
                            "BASIC 2026-01-05",
                            "GOLD 2026-03-10",
                            "PLATINUM 2026-09-01",
                            "GOLD 2027-04-01",
                            "SILVER 2027-10-01",
                            "BASIC 2028-04-01");
        }
    }

    @Nested
    @DisplayName("T04 calendar year")
    class CalendarYear {
        @Test
        void T04_shouldKeepWhatAYearBroughtThroughTheNext() {
            assertThat(levels(Presets.calendarYear(SHANGHAI), growth("2026-06-01", 6_000)))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-06-01", "BASIC 2028-01-01");
        }

        @Test
        void T04_shouldCountTheLastInstantOfTheYearAndNotTheFirstOfTheNext() {
            Growth last = Growth.of("growth", day("2027-01-01").minusNanos(1_000), 5_000, "order:1");
            Growth first = Growth.of("growth", day("2027-01-01"), 5_000, "order:2");

            assertThat(levels(Presets.calendarYear(SHANGHAI), last))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-12-31", "BASIC 2028-01-01");
            assertThat(levels(Presets.calendarYear(SHANGHAI), first))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2027-01-01", "BASIC 2029-01-01");
        }

        @Test
        void T04_shouldTakeBackTheGrowthOfARefundInTheCycleOfItsOrder() {
            Growth order = Growth.of("growth", day("2026-06-01"), 6_000, "order:1");
            Growth refund = new Growth("growth", day("2026-06-01"), day("2026-07-01"), -2_000, "order:1");

            assertThat(levels(Presets.calendarYear(SHANGHAI), order, refund))
                    .as("kept until the assessment, which finds 4,000")
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-06-01", "SILVER 2027-01-01", "BASIC 2028-01-01");
        }
    }

    @Nested
    @DisplayName("T04 calendar year with graces and surplus")
    class Graces {
        @Test
        void T04_shouldLoseTheLevelOnlyWhenTheGraceEnds() {
            assertThat(levels(Presets.calendarYearWithGraces(SHANGHAI), growth("2026-06-01", 5_000)))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-06-01", "BASIC 2028-04-01");
        }

        @Test
        void T04_shouldKeepTheLevelThatComesBackInTheGrace() {
            List<Step> steps = history(
                            Presets.calendarYearWithGraces(SHANGHAI),
                            growth("2026-06-01", 5_000),
                            growth("2027-06-01", 4_000),
                            growth("2028-01-20", 1_000))
                    .steps();

            assertThat(steps)
                    .extracting(step -> step.reason() + " " + date(step.at()))
                    .startsWith(
                            "ENROLLED 2026-01-05", "REACHED 2026-06-01", "AT_RISK 2028-01-01", "REGAINED 2028-01-20");
            assertThat(steps.get(2).measures())
                    .extracting(Step.Measure::missing)
                    .containsExactly(1_000L);
        }

        @Test
        void T04_shouldCarrySurplusIntoTheNextCycleOnce() {
            assertThat(levels(Presets.calendarYearWithGraces(SHANGHAI), growth("2026-06-01", 11_000)))
                    .as("6,000 are carried into 2027 and keep the level there; they are not carried into 2028")
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-06-01", "BASIC 2029-04-01");
        }
    }

    @Nested
    @DisplayName("T25 retention apart from entry")
    class RetentionApart {
        @Test
        void T25_shouldKeepByLessThanItTakesToEnter() {
            assertThat(levels(
                            Presets.renewalApart(SHANGHAI),
                            visit("2026-02-01", 4),
                            spend("2026-02-01", 1_000),
                            visit("2026-12-01", 2),
                            spend("2026-12-01", 600)))
                    .containsExactly("BASIC 2026-01-05", "SILVER 2026-02-01", "BASIC 2028-02-01");
        }

        @Test
        @DisplayName("case 25: one of two qualifications is lost")
        void case25_T25_shouldNotReachTheLevelWithOneOfTwo() {
            assertThat(levels(Presets.renewalApart(SHANGHAI), spend("2026-02-01", 9_000)))
                    .containsExactly("BASIC 2026-01-05");
        }

        @Test
        void T25_shouldStayAtLeastFourteenDays() {
            Growth order = Growth.of("growth", day("2026-03-01"), 500, "order:1");
            Growth refund = new Growth("growth", day("2026-03-01"), day("2026-03-02"), -100, "order:1");

            assertThat(levels(Presets.trust(SHANGHAI), order, refund))
                    .containsExactly("MEMBER 2026-01-05", "REGULAR 2026-03-01", "MEMBER 2026-03-15");
        }

        @Test
        void T25_shouldKeepByNineTenths() {
            Growth order = Growth.of("growth", day("2026-03-01"), 500, "order:1");
            Growth refund = new Growth("growth", day("2026-03-01"), day("2026-03-02"), -50, "order:1");

            assertThat(levels(Presets.trust(SHANGHAI), order, refund))
                    .containsExactly("MEMBER 2026-01-05", "REGULAR 2026-03-01", "MEMBER 2026-06-09");
        }
    }

    @Nested
    @DisplayName("T04 anniversaries")
    class Anniversaries {
        @Test
        void T04_shouldAssessOnTheDayOfTheMembership() {
            assertThat(levels(Presets.membershipAnniversary(SHANGHAI), growth("2026-06-01", 6_000)))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-06-01", "BASIC 2028-01-05");
        }

        @Test
        void T04_shouldHoldALevelForAYearAndThenFallOneStep() {
            assertThat(levels(Presets.tierAnniversary(SHANGHAI), growth("2026-06-01", 6_000)))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-06-01", "SILVER 2027-06-01", "BASIC 2028-06-01");
        }

        @Test
        void T04_shouldRenewByGrowthSinceTheLevelWasReached() {
            assertThat(levels(
                            Presets.tierAnniversary(SHANGHAI),
                            growth("2026-06-01", 6_000),
                            growth("2027-05-31", 5_000)))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-06-01", "SILVER 2028-06-01", "BASIC 2029-06-01");
        }
    }

    @Nested
    @DisplayName("T08 T25 levels beside the earned one")
    class Awards {
        private final TierSet set = Presets.calendarYear(SHANGHAI);

        @Test
        void T08_shouldFallBackToTheEarnedLevelWhenAGrantEnds() {
            Award grant = new Award("g1", Basis.GRANTED, "GOLD", day("2026-02-01"), day("2026-05-01"));

            assertThat(levels(List.of(grant), growth("2026-03-01", 1_000)))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-02-01", "SILVER 2026-05-01", "BASIC 2028-01-01");
        }

        @Test
        void T08_shouldPreferTheBetterLevel() {
            Award paid = new Award("p1", Basis.PAID, "SILVER", day("2026-02-01"), null);

            assertThat(levels(List.of(paid), growth("2026-03-01", 5_000)))
                    .containsExactly("BASIC 2026-01-05", "SILVER 2026-02-01", "GOLD 2026-03-01", "SILVER 2028-01-01");
        }

        @Test
        void T25_shouldNeitherRiseNorFallWhileLocked() {
            Award lock = new Award("l1", Basis.LOCKED, "SILVER", day("2026-02-01"), day("2029-01-01"));

            assertThat(levels(List.of(lock), growth("2026-03-01", 5_000)))
                    .containsExactly("BASIC 2026-01-05", "SILVER 2026-02-01", "BASIC 2029-01-01");
        }

        @Test
        void T08_shouldGoOnUntilTheLastAwardHasEnded() {
            Award lock = new Award("l1", Basis.LOCKED, "SILVER", day("2026-02-01"), day("2029-01-01"));
            List<VersionInForce> versions = List.of(new VersionInForce(1, Versions.lifetime(1_000), day("2026-01-01")));

            LevelHistory before =
                    LevelHistory.of(versions, day("2026-01-05"), List.of(), List.of(lock), day("2028-12-31"));
            LevelHistory after =
                    LevelHistory.of(versions, day("2026-01-05"), List.of(), List.of(lock), day("2029-01-01"));

            assertThat(before.goesOn()).as("the lock ends later").isTrue();
            assertThat(after.goesOn()).isFalse();
        }

        private List<String> levels(List<Award> awards, Growth... growth) {
            return PolicyTest.levels(set, awards, growth);
        }
    }

    @Nested
    @DisplayName("T02 a new version of the tier set")
    class Versions {
        @Test
        void T02_shouldRaiseAtItsTimeWhoReachesMore() {
            TierSet before = lifetime(1_000);
            TierSet after = lifetime(500);

            LevelHistory history = LevelHistory.of(
                    List.of(
                            new VersionInForce(1, before, day("2026-01-01")),
                            new VersionInForce(2, after, day("2026-07-01"))),
                    day("2026-01-05"),
                    List.of(Growth.of("growth", day("2026-02-01"), 600, "order:1")),
                    List.of(),
                    END);

            assertThat(text(history)).containsExactly("BASIC 2026-01-05", "GOLD 2026-07-01");
            assertThat(history.steps().getLast().version()).isEqualTo(2);
        }

        @Test
        void T04_shouldAssessTheCycleThatEndsAsAVersionComesIntoForce() {
            TierSet set = Presets.calendarYear(SHANGHAI);

            assertThat(text(history(set, set, "2028-01-01", growth("2026-06-01", 6_000))))
                    .containsExactly("BASIC 2026-01-05", "GOLD 2026-06-01", "BASIC 2028-01-01");
        }

        @Test
        void T04_shouldFallToALevelThatTheNewVersionHas() {
            TierSet before = yearly("BASIC", "SILVER", "GOLD", "PLATINUM", "DIAMOND");
            TierSet after = yearly("BASIC", "SILVER", "DIAMOND");

            assertThat(text(history(before, after, "2028-02-01", growth("2026-06-01", 400), growth("2027-06-01", 300))))
                    .as("at risk of falling to PLATINUM, which is gone")
                    .containsExactly("BASIC 2026-01-05", "DIAMOND 2026-06-01", "SILVER 2028-04-01", "BASIC 2029-04-01");
        }

        @Test
        void T04_shouldLoseNoLevelByAVersionThatLosesNone() {
            TierSet before = yearly("BASIC", "SILVER");
            TierSet after =
                    new TierSet(before.zone(), before.cycle(), before.criteria(), before.levels(), Keeping.FOR_LIFE);

            assertThat(text(history(before, after, "2028-02-01", growth("2026-06-01", 100))))
                    .containsExactly("BASIC 2026-01-05", "SILVER 2026-06-01");
        }

        /** Levels at 100, 200 and so on by a calendar year, lost three months after its end. */
        private static TierSet yearly(String... codes) {
            List<TierLevel> levels = new ArrayList<>();
            for (String code : codes) {
                Requirement entry =
                        levels.isEmpty() ? Requirement.NONE : Requirement.of("growth", 100L * levels.size());
                levels.add(TierLevel.of(code, NAME, entry));
            }
            TierSet year = Presets.calendarYear(SHANGHAI);
            Keeping keeping = new Keeping(
                    Keeping.Assessment.CYCLE_END, Keeping.Target.EARNED, Period.ofMonths(3), Period.ZERO, Period.ZERO);
            return new TierSet(SHANGHAI, year.cycle(), year.criteria(), levels, keeping);
        }

        private static LevelHistory history(TierSet before, TierSet after, String from, Growth... growth) {
            return LevelHistory.of(
                    List.of(new VersionInForce(1, before, day("2026-01-01")), new VersionInForce(2, after, day(from))),
                    day("2026-01-05"),
                    List.of(growth),
                    List.of(),
                    END);
        }

        @Test
        void T04_shouldKeepALevelForLife() {
            TierSet set = new TierSet(
                    SHANGHAI,
                    null,
                    List.of(Criterion.rolling("growth", Period.ofMonths(1))),
                    List.of(
                            TierLevel.of("BASIC", NAME, Requirement.NONE),
                            TierLevel.of("GOLD", NAME, Requirement.of("growth", 100))
                                    .forLife(),
                            TierLevel.of("BLACK", NAME, Requirement.of("growth", 200))),
                    Keeping.AT_ONCE);

            assertThat(levels(set, growth("2026-02-01", 250)))
                    .containsExactly("BASIC 2026-01-05", "BLACK 2026-02-01", "GOLD 2026-03-01");
        }

        private static TierSet lifetime(long threshold) {
            return new TierSet(
                    SHANGHAI,
                    null,
                    List.of(Criterion.lifetime("growth")),
                    List.of(
                            TierLevel.of("BASIC", NAME, Requirement.NONE),
                            TierLevel.of("GOLD", NAME, Requirement.of("growth", threshold))),
                    Keeping.AT_ONCE);
        }
    }

    private static Growth growth(String date, long amount) {
        return Growth.of("growth", day(date), amount, "order:" + date);
    }

    private static Growth spend(String date, long amount) {
        return Growth.of("spend", day(date), amount, "order:" + date);
    }

    private static Growth visit(String date, long amount) {
        return Growth.of("visits", day(date), amount, "visit:" + date);
    }

    private static List<String> levels(TierSet set, Growth... growth) {
        return levels(set, List.of(), growth);
    }

    private static List<String> levels(TierSet set, List<Award> awards, Growth... growth) {
        return text(history(set, awards, growth));
    }

    private static LevelHistory history(TierSet set, Growth... growth) {
        return history(set, List.of(), growth);
    }

    private static LevelHistory history(TierSet set, List<Award> awards, Growth... growth) {
        return LevelHistory.of(
                List.of(new VersionInForce(1, set, day("2026-01-01"))),
                day("2026-01-05"),
                Arrays.asList(growth),
                awards,
                END);
    }

    private static List<String> text(LevelHistory history) {
        return history.stays().stream()
                .map(stay -> stay.level() + " " + date(stay.from()))
                .toList();
    }

    private static LocalDate date(Instant instant) {
        return instant.atZone(SHANGHAI).toLocalDate();
    }

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(SHANGHAI).toInstant();
    }
}
