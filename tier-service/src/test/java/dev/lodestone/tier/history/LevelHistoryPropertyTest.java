package dev.lodestone.tier.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.tier.history.Step.Reason;
import dev.lodestone.tier.tiersets.Presets;
import dev.lodestone.tier.tiersets.TierLevel;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.VersionInForce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tries random lives of members under every preset. */
class LevelHistoryPropertyTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant BEGIN = Instant.parse("2024-02-29T15:59:59.999999Z");
    private static final int DAYS = 1_000;
    private static final Instant END = BEGIN.plus(Duration.ofDays(3L * DAYS));
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Property
    void T04_shouldNotDependOnTheOrderInWhichFactsArrive(@ForAll long seed) {
        for (TierSet set : Presets.all(SHANGHAI).values()) {
            Random random = new Random(seed);
            List<Growth> growth = life(set, random);
            List<Award> awards = awards(set, random);
            LevelHistory expected = history(set, growth, awards);
            for (int permutation = 0; permutation < 5; permutation++) {
                List<Growth> shuffled = new ArrayList<>(growth);
                Collections.shuffle(shuffled, random);
                Collections.shuffle(awards, random);
                assertThat(history(set, shuffled, awards)).isEqualTo(expected);
            }
        }
    }

    @Property
    void T04_shouldBeThePlainSumWhereALevelIsKeptByWhatReachesIt(@ForAll long seed) {
        TierSet trust = Presets.trust(SHANGHAI);
        TierLevel regular = trust.levels().getLast();
        TierSet plain = new TierSet(
                SHANGHAI,
                null,
                trust.criteria(),
                List.of(trust.levels().getFirst(), regular.keptBy(regular.entry())),
                trust.keeping().withShortestStay(Period.ZERO));
        Random random = new Random(seed);
        List<Growth> growth = life(plain, random);
        LevelHistory history = history(plain, growth);

        for (int probe = 0; probe < 20; probe++) {
            Instant instant = BEGIN.plus(Duration.ofMinutes(random.nextInt(3 * DAYS * 24 * 60)));
            long sum = growth.stream()
                    .filter(one -> !one.countsFrom().isAfter(instant))
                    .filter(one -> one.dated()
                            .atZone(SHANGHAI)
                            .plusDays(100)
                            .toInstant()
                            .isAfter(instant))
                    .mapToLong(Growth::amount)
                    .sum();
            assertThat(levelAt(history, instant)).isEqualTo(sum >= 500 ? "REGULAR" : "MEMBER");
        }
    }

    @Property
    void T08_T25_shouldHaveTheBestLevelThatHoldsWithinItsBounds(@ForAll long seed) {
        for (TierSet set : Presets.all(SHANGHAI).values()) {
            Random random = new Random(seed);
            List<Growth> growth = life(set, random);
            List<Award> awards = awards(set, random);
            LevelHistory earned = history(set, growth);
            LevelHistory history = history(set, growth, awards);

            for (int probe = 0; probe < 20; probe++) {
                Instant instant = BEGIN.plus(Duration.ofMinutes(random.nextInt(3 * DAYS * 24 * 60)));
                assertThat(levelAt(history, instant))
                        .isEqualTo(bounded(set, levelAt(earned, instant), awards, instant));
            }
            for (Award award : awards) {
                Instant end = award.until();
                if (end != null && !end.isBefore(BEGIN)) {
                    assertThat(levelAt(history, end)).isEqualTo(bounded(set, levelAt(earned, end), awards, end));
                }
            }
        }
    }

    /** By its definition: the highest lock; without one, the best level that holds, but nothing above the lowest ceiling. */
    private static String bounded(TierSet set, String earned, List<Award> awards, Instant instant) {
        int best = set.indexOf(earned);
        int ceiling = set.levels().size() - 1;
        int lock = -1;
        for (Award award : awards) {
            Instant until = award.until();
            boolean holds = !award.from().isAfter(instant) && (until == null || until.isAfter(instant));
            int level = set.indexOf(award.level());
            if (holds && award.basis() == Basis.LOCKED) {
                lock = Math.max(lock, level);
            } else if (holds && award.basis() == Basis.CEILING) {
                ceiling = Math.min(ceiling, level);
            } else if (holds) {
                best = Math.max(best, level);
            }
        }
        return set.levels().get(lock >= 0 ? lock : Math.min(best, ceiling)).code();
    }

    @Property
    void T02_shouldChangeNothingByAnotherVersionThatSaysTheSame(@ForAll long seed) {
        for (TierSet set : Presets.all(SHANGHAI).values()) {
            Random random = new Random(seed);
            List<Growth> growth = life(set, random);
            LevelHistory expected = history(set, growth);
            List<VersionInForce> versions = new ArrayList<>(List.of(version(set)));
            for (int version = 2; version < 5; version++) {
                versions.add(new VersionInForce(version, set, moment(expected, random)));
            }

            LevelHistory history = LevelHistory.of(versions, BEGIN, growth, List.of(), END);

            assertThat(history.stays()).isEqualTo(expected.stays());
            assertThat(history.steps().stream().map(LevelHistoryPropertyTest::withoutVersion))
                    .isEqualTo(expected.steps().stream()
                            .map(LevelHistoryPropertyTest::withoutVersion)
                            .toList());
        }
    }

    /** Any time, but often one at which something happens or a cycle ends. */
    private static Instant moment(LevelHistory history, Random random) {
        return switch (random.nextInt(4)) {
            case 0 ->
                history.steps().get(random.nextInt(history.steps().size())).at();
            case 1 -> BEGIN.atZone(SHANGHAI).plusYears(random.nextInt(4)).toInstant();
            case 2 ->
                LocalDate.of(2025 + random.nextInt(3), 1 + random.nextInt(12), 1)
                        .atStartOfDay(SHANGHAI)
                        .toInstant();
            default -> BEGIN.plus(Duration.ofMinutes(random.nextInt(3 * DAYS * 24 * 60)));
        };
    }

    private static Step withoutVersion(Step step) {
        return new Step(step.at(), step.from(), step.to(), step.reason(), 0, step.measures());
    }

    @Property
    void T05_shouldRiseByExactlyWhatIsMissing(@ForAll long seed) {
        for (TierSet set : Presets.all(SHANGHAI).values()) {
            Random random = new Random(seed);
            List<Growth> growth = life(set, random);
            Instant now = BEGIN.plus(Duration.ofHours(random.nextInt(DAYS * 24)));
            List<Growth> known = growth.stream()
                    .filter(one -> !one.countsFrom().isAfter(now))
                    .toList();
            Roadmap roadmap = Roadmap.of(List.of(version(set)), BEGIN, known, now);
            Roadmap.Target next = roadmap.next();
            if (next == null) {
                continue;
            }

            assertThat(levelAt(history(set, plus(known, next.measures(), now, 0)), now))
                    .isEqualTo(next.level());
            assertThat(levelAt(history(set, plus(known, next.measures(), now, 1)), now))
                    .isEqualTo(roadmap.level());
        }
    }

    @Property
    void T05_shouldNameTheVeryInstantAndUnitOfALoss(@ForAll long seed) {
        for (TierSet set : Presets.all(SHANGHAI).values()) {
            Random random = new Random(seed);
            List<Growth> growth = life(set, random);
            Instant now = BEGIN.plus(Duration.ofHours(random.nextInt(DAYS * 24)));
            List<Growth> known = growth.stream()
                    .filter(one -> !one.countsFrom().isAfter(now))
                    .toList();
            Step risk = history(set, known).nextRisk(now);
            if (risk == null) {
                continue;
            }
            Instant last = risk.at().minus(MICROSECOND);

            assertThat(history(set, plus(known, risk.measures(), last, 0)).steps())
                    .as("what is missing, an instant before")
                    .noneMatch(step -> step.at().equals(risk.at()) && step.reason() == risk.reason());
            assertThat(history(set, plus(known, risk.measures(), last, 1)).steps())
                    .as("one less than what is missing")
                    .anyMatch(step -> step.at().equals(risk.at()) && step.reason() == risk.reason());
        }
    }

    @Property
    void T04_shouldTellAnUnbrokenHistory(@ForAll long seed) {
        for (TierSet set : Presets.all(SHANGHAI).values()) {
            LevelHistory history = history(set, life(set, new Random(seed)));

            String level = "";
            Instant at = BEGIN;
            for (Step step : history.steps()) {
                assertThat(step.at()).isAfterOrEqualTo(at);
                if (step.reason() != Reason.ENROLLED) {
                    assertThat(step.from()).isEqualTo(level);
                }
                level = step.to();
                at = step.at();
            }
            for (int i = 1; i < history.stays().size(); i++) {
                assertThat(history.stays().get(i).from())
                        .isEqualTo(history.stays().get(i - 1).until());
            }
            assertThat(history.stays().getLast().level()).isEqualTo(level);
        }
    }

    /** Adds growth of what each criterion lacks, but {@code less} of the first that lacks something. */
    private static List<Growth> plus(List<Growth> growth, List<Step.Measure> measures, Instant at, long less) {
        List<Growth> more = new ArrayList<>(growth);
        long left = less;
        for (Step.Measure measure : measures) {
            if (measure.missing() > 0) {
                more.add(Growth.of(measure.criterion(), at, measure.missing() - left, "order:more"));
                left = 0;
            }
        }
        return more;
    }

    private static String levelAt(LevelHistory history, Instant instant) {
        Stay stay = history.at(instant);
        return stay == null ? "" : stay.level();
    }

    private static LevelHistory history(TierSet set, List<Growth> growth) {
        return history(set, growth, List.of());
    }

    private static LevelHistory history(TierSet set, List<Growth> growth, List<Award> awards) {
        return LevelHistory.of(List.of(version(set)), BEGIN, growth, awards, END);
    }

    /** Levels by hand, some of them without an end, some ended before they begin. */
    private static List<Award> awards(TierSet set, Random random) {
        List<Basis> kinds =
                List.of(Basis.LOCKED, Basis.CEILING, Basis.FLOOR, Basis.INVITED, Basis.GRANTED, Basis.TRIAL);
        List<Award> awards = new ArrayList<>();
        for (int award = random.nextInt(4); award > 0; award--) {
            Instant from = BEGIN.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
            awards.add(new Award(
                    "award-" + award,
                    kinds.get(random.nextInt(kinds.size())),
                    set.levels().get(random.nextInt(set.levels().size())).code(),
                    from,
                    random.nextInt(4) == 0 ? null : from.plus(Duration.ofDays(random.nextInt(400) - 20))));
        }
        return awards;
    }

    private static VersionInForce version(TierSet set) {
        return new VersionInForce(1, set, BEGIN.minusSeconds(1));
    }

    /** Orders of a member, some of them refunded, in part or whole, or counting late. */
    private static List<Growth> life(TierSet set, Random random) {
        List<Growth> growth = new ArrayList<>();
        long scale = set.levels().get(1).entry().atLeast().values().stream()
                .mapToLong(threshold -> threshold)
                .max()
                .orElseThrow();
        for (int fact = random.nextInt(25); fact > 0; fact--) {
            String criterion =
                    set.criteria().get(random.nextInt(set.criteria().size())).code();
            Instant dated = BEGIN.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
            Instant counts = random.nextInt(3) == 0 ? dated.plus(Duration.ofDays(random.nextInt(30))) : dated;
            long amount = 1 + random.nextLong(scale * 2);
            growth.add(new Growth(criterion, dated, counts, amount, "order:" + fact));
            if (random.nextInt(4) == 0) {
                Instant refunded = counts.plus(Duration.ofDays(random.nextInt(60)));
                growth.add(new Growth(criterion, dated, refunded, -random.nextLong(amount + 1), "order:" + fact));
            }
        }
        return growth;
    }
}
