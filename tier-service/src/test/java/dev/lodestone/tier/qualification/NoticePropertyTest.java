package dev.lodestone.tier.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.tiers.LossComing;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.tier.Events;
import dev.lodestone.tier.growth.FactService.Facts;
import dev.lodestone.tier.growth.MemberFacts;
import dev.lodestone.tier.history.Growth;
import dev.lodestone.tier.history.LevelHistory;
import dev.lodestone.tier.history.Stay;
import dev.lodestone.tier.history.Step;
import dev.lodestone.tier.notices.Notice;
import dev.lodestone.tier.notices.NoticeChange;
import dev.lodestone.tier.tiersets.Presets;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetVersions;
import dev.lodestone.tier.tiersets.VersionInForce;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Tries random members: what a notice says is what happens. */
class NoticePropertyTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final MemberId ANN = MemberId.of("crm:ann");
    private static final Instant BEGIN = Instant.parse("2024-02-29T15:59:59.999999Z");
    private static final int DAYS = 700;
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Property
    void T04_shouldNameTheVerySecondAndUnitOfTheLoss(@ForAll long seed) {
        for (TierSet set : Presets.all(SHANGHAI).values()) {
            Random random = new Random(seed);
            TierSetVersions versions = versions(set);
            Instant now = BEGIN.plus(Duration.ofHours(random.nextInt(DAYS * 24)));
            List<Growth> known = growth(set, random, now);
            LevelHistory history = history(versions, known, now);
            Notice notice = Notice.foreseen(history, versions, now);
            if (notice == null) {
                continue;
            }
            Instant before = notice.lossAt().minus(MICROSECOND);

            assertThat(levelAt(history, before)).isEqualTo(notice.level());
            assertThat(levelAt(history, notice.lossAt())).isEqualTo(notice.to());
            assertThat(isLost(versions, plus(known, notice, before, 0), notice))
                    .as("with what is missing")
                    .isFalse();
            assertThat(isLost(versions, plus(known, notice, before, 1), notice))
                    .as("with one less than what is missing")
                    .isTrue();
        }
    }

    @Property
    void T04_shouldNotifyOfEachLossOnceAndWithdrawWhatDoesNotHappen(@ForAll long seed) {
        Random random = new Random(seed);
        TierSetVersions versions = versions(Presets.trust(SHANGHAI));
        Life life = new Life(versions);

        Instant at = BEGIN;
        for (int visit = random.nextInt(25); visit > 0; visit--) {
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(20 * 24 * 60)));
            life.passUntil(at);
            life.earn(1 + random.nextInt(400), at);
        }
        life.passUntil(at.plus(LevelHistory.FORESIGHT));

        life.check();
    }

    /** The life of a member who earns points and is decided again whenever something is due. */
    private static final class Life {
        private final TierSetVersions versions;
        private final MemberFacts own;
        private final Facts facts;
        private final List<Object> happened = new ArrayList<>();
        private MemberTier tier = new MemberTier(ANN, "MEMBER", 0, BEGIN, null);

        Life(TierSetVersions versions) {
            this.versions = versions;
            this.own = new MemberFacts(versions);
            this.facts = new Facts(new OrderFold(OrderNumbers.BRAND, Map.of()), Map.of(ANN, own));
        }

        void earn(long points, Instant at) {
            Event<Fact> earned = Events.of(
                    ANN, Events.pointsEarned(ANN, points, EventType.CHECKED_IN).fact());
            TierCalculator calculator = calculator(at);
            calculator.apply(Events.at(at, earned));
            keep(calculator);
        }

        void passUntil(Instant end) {
            Instant due = tier.dueAt();
            while (due != null && due.isBefore(end)) {
                TierCalculator calculator = calculator(due);
                calculator.settle(ANN);
                keep(calculator);
                assertThat(tier.dueAt()).as("the due time after " + due).isNotEqualTo(due);
                due = tier.dueAt();
            }
        }

        void check() {
            LossComing announced = null;
            long number = 0;
            for (Object one : happened) {
                if (one instanceof NoticeChange change) {
                    LossComing notice = change.notice();
                    assertThat(notice.notice()).isEqualTo(++number);
                    assertThat(change.at()).isBefore(notice.lossAt());
                    assertThat(saying(notice))
                            .as("notified once")
                            .isNotEqualTo(announced == null || notice.withdrawn() ? "" : saying(announced));
                    announced = notice.withdrawn() ? null : notice;
                } else if (one instanceof TierChange change && !change.change().upgrade()) {
                    LossComing notice = Objects.requireNonNull(announced, "a loss that was announced");
                    assertThat(notice.lossAt()).isEqualTo(change.at());
                    assertThat(notice.level()).isEqualTo(change.change().from());
                    assertThat(notice.to()).isEqualTo(change.change().to());
                    assertThat(notice.shortfalls().getFirst().growth())
                            .isEqualTo(change.why().measures().getFirst().growth());
                    announced = null;
                }
            }
            assertThat(announced)
                    .as("an announced loss that neither happened nor was withdrawn")
                    .isNull();
        }

        private static String saying(LossComing notice) {
            return notice.level() + notice.to() + notice.lossAt() + notice.shortfalls();
        }

        private TierCalculator calculator(Instant now) {
            return new TierCalculator(versions, Map.of(ANN, tier), facts, Map.of(), now);
        }

        private void keep(TierCalculator calculator) {
            // A loss makes its notice void; a level that is reached may have the notice of its own loss.
            happened.addAll(calculator.levelChanges());
            happened.addAll(calculator.noticeChanges());
            calculator.changedTiers().forEach(changed -> tier = changed);
        }
    }

    private static boolean isLost(TierSetVersions versions, List<Growth> growth, Notice notice) {
        return history(versions, growth, notice.lossAt()).steps().stream()
                .anyMatch(step -> step.at().equals(notice.lossAt())
                        && step.reason() == Step.Reason.LOST
                        && step.from().equals(notice.level()));
    }

    /** Adds what each criterion lacks, but {@code less} of the first that lacks something. */
    private static List<Growth> plus(List<Growth> growth, Notice notice, Instant at, long less) {
        List<Growth> more = new ArrayList<>(growth);
        long left = less;
        for (var shortfall : notice.shortfalls()) {
            long missing = shortfall.threshold() - shortfall.growth();
            if (missing > 0) {
                more.add(Growth.of(shortfall.criterion(), at, missing - left, "order:more"));
                left = 0;
            }
        }
        return more;
    }

    private static List<Growth> growth(TierSet set, Random random, Instant until) {
        long scale = set.levels().get(1).entry().atLeast().values().stream()
                .mapToLong(threshold -> threshold)
                .max()
                .orElseThrow();
        List<Growth> growth = new ArrayList<>();
        for (int fact = random.nextInt(25); fact > 0; fact--) {
            String criterion =
                    set.criteria().get(random.nextInt(set.criteria().size())).code();
            Instant dated = BEGIN.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
            if (!dated.isAfter(until)) {
                growth.add(Growth.of(criterion, dated, 1 + random.nextLong(scale * 2), "order:" + fact));
            }
        }
        return growth;
    }

    private static @Nullable String levelAt(LevelHistory history, Instant instant) {
        Stay stay = history.at(instant);
        return stay == null ? null : stay.level();
    }

    private static LevelHistory history(TierSetVersions versions, List<Growth> growth, Instant now) {
        return LevelHistory.of(versions.all(), BEGIN, growth, List.of(), now.plus(LevelHistory.FORESIGHT));
    }

    private static TierSetVersions versions(TierSet set) {
        return new TierSetVersions(List.of(new VersionInForce(1, set, BEGIN.minusSeconds(1))), false);
    }
}
