package dev.lodestone.tier.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.tier.Events;
import dev.lodestone.tier.growth.FactService.Facts;
import dev.lodestone.tier.growth.MemberFacts;
import dev.lodestone.tier.history.Step.Measure;
import dev.lodestone.tier.notices.NoticeChange;
import dev.lodestone.tier.tiersets.Criterion;
import dev.lodestone.tier.tiersets.Presets;
import dev.lodestone.tier.tiersets.Source;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetVersions;
import dev.lodestone.tier.tiersets.VersionInForce;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TierCalculatorTest {
    private static final MemberId ANN = MemberId.of("crm:ann");
    private static final Instant LATER = Events.NOON.plusSeconds(3_600);
    private static final MemberTier BASIC = new MemberTier(ANN, "BASIC", 0, Events.NOON, null);

    private final MemberFacts own = new MemberFacts(Ladders.PUBLISHED);

    @Test
    void shouldReportEachLevelChangeWithItsCauseAndVersion() {
        Event<Fact> first = completed("A1", 100_000);
        Event<Fact> second = completed("A2", 400_000);
        Event<Fact> refund = event(Events.orderRefunded(ANN, "A2", "R1", 1).fact());
        TierCalculator calculator = calculator();

        calculator.apply(first);
        calculator.apply(second);
        calculator.apply(refund);

        assertThat(calculator.levelChanges())
                .containsExactly(
                        change(first, new LevelChanged("BASIC", "ADVANCED", true, 1000, 1), Reason.REACHED, 1000, 1000),
                        change(
                                second,
                                new LevelChanged("ADVANCED", "PREMIUM", true, 5000, 2),
                                Reason.REACHED,
                                5000,
                                5000),
                        change(
                                refund,
                                new LevelChanged("PREMIUM", "ADVANCED", false, 4999, 3),
                                Reason.CORRECTED,
                                4999,
                                5000));
        assertThat(calculator.changedTiers()).containsExactly(new MemberTier(ANN, "ADVANCED", 3, Events.NOON, null));
        assertThat(calculator.populationChanges()).isEqualTo(Map.of("BASIC", -1L, "ADVANCED", 1L));
    }

    @Test
    void T24_shouldSayThatALaterRefundLostTheLevel() {
        TierCalculator calculator = calculator();
        calculator.apply(completed("A1", 100_000));

        calculator.apply(Events.at(
                Events.NOON.plusSeconds(60),
                event(Events.orderRefunded(ANN, "A1", "R1", 1).fact())));

        assertThat(calculator.levelChanges().getLast().why())
                .isEqualTo(new TierChange.Why(Reason.LOST, 1, List.of(new Measure("growth", 999, 1_000)), null));
    }

    @Test
    void shouldPublishALevelChangeWithTheMemberAndTimeOfItsCause() {
        Event<Fact> cause = completed("A1", 100_000);
        LevelChanged change = new LevelChanged("BASIC", "ADVANCED", true, 1000, 1);
        UUID id = new UUID(0, 7);

        assertThat(change(cause, change, Reason.REACHED, 1000, 1000).toEvent(id))
                .isEqualTo(new Event<>(
                        id.toString(), "/tier-service", ANN, Events.NOON, change, cause.traceparent(), cause.id()));
    }

    @Test
    void shouldChangeNothingWhenAnOrderIsKnownAlready() {
        Event<Fact> order = completed("A1", 50_000);
        TierCalculator calculator = calculator();
        calculator.apply(order);
        Facts known = calculator.facts();
        TierCalculator again = new TierCalculator(
                Ladders.PUBLISHED,
                Map.of(ANN, BASIC),
                new Facts(new OrderFold(OrderNumbers.BRAND, known.orders().changed()), known.byMember()),
                Map.of(),
                LATER);

        again.apply(order);

        assertThat(again.changedTiers()).isEmpty();
        assertThat(again.facts().orders().changed()).isEmpty();
        assertThat(again.levelChanges()).isEmpty();
        assertThat(again.populationChanges()).isEmpty();
    }

    @Test
    void T04_shouldNameTheTimeOfTheNextChangeAndMakeItThen() {
        TierSetVersions trust = new TierSetVersions(
                List.of(new VersionInForce(1, Presets.trust(ZoneOffset.UTC), Instant.EPOCH)), false);
        MemberFacts active = new MemberFacts(trust);
        Facts facts = new Facts(new OrderFold(OrderNumbers.BRAND, Map.of()), Map.of(ANN, active));
        MemberTier member = new MemberTier(ANN, "MEMBER", 0, Events.NOON, null);
        TierCalculator calculator = new TierCalculator(trust, Map.of(ANN, member), facts, Map.of(), LATER);
        calculator.apply(
                event(Events.pointsEarned(ANN, 500, EventType.CHECKED_IN).fact()));
        MemberTier regular = calculator.changedTiers().getFirst();
        Instant end = Events.NOON.plus(Duration.ofDays(100));
        assertThat(regular).isEqualTo(new MemberTier(ANN, "REGULAR", 1, Events.NOON, end.minus(Duration.ofDays(30))));

        TierCalculator due = new TierCalculator(trust, Map.of(ANN, regular), facts, Map.of(), end.plusMillis(1));
        due.settle(ANN);

        assertThat(due.changedTiers()).containsExactly(new MemberTier(ANN, "MEMBER", 2, Events.NOON, null));
        assertThat(due.levelChanges())
                .containsExactly(new TierChange(
                        ANN,
                        end,
                        null,
                        new LevelChanged("REGULAR", "MEMBER", false, 0, 2),
                        new TierChange.Why(Reason.LOST, 1, List.of(new Measure("growth", 0, 450)), null)));
    }

    @Test
    void T04_shouldNotifyInTimeOfALossBeyondTheForesight() {
        TierSet trust = Presets.trust(ZoneOffset.UTC);
        Criterion growth = trust.criteria().getFirst();
        TierSet slow = new TierSet(
                ZoneOffset.UTC,
                null,
                List.of(Criterion.rolling(
                        growth.code(), Period.ofDays(810), growth.sources().toArray(Source[]::new))),
                trust.levels(),
                trust.keeping());
        Decisions life = new Decisions(slow);
        life.earn(Events.NOON, 500);

        life.passUntil(Events.NOON.plus(Duration.ofDays(900)));

        Instant lossAt = Events.NOON.plus(Duration.ofDays(810));
        assertThat(life.notices.getFirst().notice().lossAt()).isEqualTo(lossAt);
        assertThat(life.decidedAt.getFirst()).isEqualTo(lossAt.minus(Duration.ofDays(30)));
        assertThat(life.tier.level()).isEqualTo("MEMBER");
    }

    @Test
    void T04_shouldWithdrawTheNoticeOfALossThatALateFactPrevents() {
        Decisions life = new Decisions(Presets.trust(ZoneOffset.UTC));
        life.earn(Events.NOON, 500);
        Instant lossAt = Events.NOON.plus(Duration.ofDays(100));
        life.passUntil(lossAt);
        assertThat(life.notices).hasSize(1);

        life.decide(lossAt.plusMillis(1), calculator -> calculator.apply(life.earned(lossAt.minusSeconds(2), 500)));

        assertThat(life.tier.level()).isEqualTo("REGULAR");
        assertThat(life.notices.getLast().notice().withdrawn()).isTrue();
    }

    /** The decisions about one member, each when it is due. */
    private static final class Decisions {
        private final TierSetVersions versions;
        private final Facts facts;
        private final List<NoticeChange> notices = new ArrayList<>();
        private final List<Instant> decidedAt = new ArrayList<>();
        private MemberTier tier = new MemberTier(ANN, "MEMBER", 0, Events.NOON, null);

        Decisions(TierSet set) {
            versions = new TierSetVersions(List.of(new VersionInForce(1, set, Instant.EPOCH)), false);
            facts = new Facts(new OrderFold(OrderNumbers.BRAND, Map.of()), Map.of(ANN, new MemberFacts(versions)));
        }

        Event<Fact> earned(Instant at, long points) {
            return Events.at(
                    at,
                    event(Events.pointsEarned(ANN, points, EventType.CHECKED_IN).fact()));
        }

        void earn(Instant at, long points) {
            decide(at, calculator -> calculator.apply(earned(at, points)));
        }

        void passUntil(Instant end) {
            while (tier.dueAt() != null && tier.dueAt().isBefore(end)) {
                decide(tier.dueAt(), calculator -> calculator.settle(ANN));
            }
        }

        void decide(Instant now, Consumer<TierCalculator> by) {
            TierCalculator calculator = new TierCalculator(versions, Map.of(ANN, tier), facts, Map.of(), now);
            by.accept(calculator);
            calculator.noticeChanges().forEach(change -> {
                notices.add(change);
                decidedAt.add(now);
            });
            calculator.changedTiers().forEach(changed -> tier = changed);
        }
    }

    @Test
    void shouldSkipEventsThatNeverChangeATier() {
        assertThat(TierCalculator.canChangeTier(completed("A1", 0))).isTrue();
        assertThat(TierCalculator.canChangeTier(event(new OrderPaid("A1", new Money(100, "CNY")))))
                .isFalse();
    }

    private TierCalculator calculator() {
        Facts facts = new Facts(new OrderFold(OrderNumbers.BRAND, Map.of()), Map.of(ANN, own));
        return new TierCalculator(Ladders.PUBLISHED, Map.of(ANN, BASIC), facts, Map.of(), LATER);
    }

    private static TierChange change(
            Event<Fact> cause, LevelChanged change, Reason reason, long growth, long threshold) {
        List<Measure> measures = List.of(new Measure("growth", growth, threshold));
        return new TierChange(ANN, Events.NOON, cause, change, new TierChange.Why(reason, 1, measures, null));
    }

    private static Event<Fact> completed(String orderId, long amountMinor) {
        return event(Events.orderCompleted(ANN, orderId, amountMinor).fact());
    }

    private static Event<Fact> event(Fact fact) {
        return Events.of(ANN, fact);
    }
}
