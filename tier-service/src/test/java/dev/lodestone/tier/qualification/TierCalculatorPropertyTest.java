package dev.lodestone.tier.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.tier.Events;
import dev.lodestone.tier.growth.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tries random orders, refunds, cancellations and postings of a few members, in any order and cut into any batches. */
class TierCalculatorPropertyTest {
    private static final Instant LATER = Events.NOON.plusSeconds(3_600);

    @Provide
    Arbitrary<List<Event<Fact>>> histories() {
        return Histories.any();
    }

    @Property
    void T04_shouldComeToTheSameResultInAnyOrderAndAnyBatches(
            @ForAll("histories") List<Event<Fact>> history, @ForAll Random random) {
        List<Event<Fact>> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);

        TierCalculatorModel inOrder = process(history, random);
        TierCalculatorModel outOfOrder = process(shuffled, random);

        assertThat(outcome(outOfOrder)).isEqualTo(outcome(inOrder));
        assertThat(outOfOrder.orders()).isEqualTo(inOrder.orders());
        assertThat(outOfOrder.population()).isEqualTo(inOrder.population());
    }

    @Property
    void T03_shouldGrowByAllOrdersAndActivities(@ForAll("histories") List<Event<Fact>> history, @ForAll Random random) {
        TierCalculatorModel model = process(history, random);

        for (MemberTier tier : model.tiers()) {
            assertThat(model.growth(tier)).isEqualTo(growthByDefinition(history, tier.member()));
            assertThat(tier.level()).isEqualTo(Ladders.levelAt(model.growth(tier)));
        }
    }

    @Property
    void shouldReportAnUnbrokenChainOfLevelChanges(
            @ForAll("histories") List<Event<Fact>> history, @ForAll Random random) {
        TierCalculatorModel model = process(history, random);

        for (MemberTier tier : model.tiers()) {
            String level = "BASIC";
            long version = 0;
            for (LevelChanged change : model.levelChangesOf(tier.member())) {
                version++;
                assertThat(change.from()).isEqualTo(level);
                assertThat(change.memberVersion()).isEqualTo(version);
                assertThat(change.to()).isEqualTo(Ladders.levelAt(change.growth()));
                assertThat(change.upgrade())
                        .isEqualTo(Ladders.SET.indexOf(change.from()) < Ladders.SET.indexOf(change.to()));
                level = change.to();
            }
            assertThat(tier.level()).isEqualTo(level);
            assertThat(tier.version()).isEqualTo(version);
        }
    }

    private static TierCalculatorModel process(List<Event<Fact>> events, Random random) {
        TierCalculatorModel model = new TierCalculatorModel(Ladders.PUBLISHED, LATER);
        int from = 0;
        while (from < events.size()) {
            int to = from + 1 + random.nextInt(events.size() - from);
            model.process(events.subList(from, to));
            from = to;
        }
        return model;
    }

    /** The growth by its definition, from the whole history at once. */
    private static long growthByDefinition(List<Event<Fact>> history, MemberId member) {
        long activity = 0;
        OrderFold orders = new OrderFold(OrderNumbers.BRAND, Map.of());
        for (Event<Fact> event : history) {
            OrderKey order = orders.keyOf(event);
            if (event.member().equals(member) && order != null) {
                orders.apply(order, event);
            }
            if (event.member().equals(member) && event.fact() instanceof PointsPosted) {
                activity += Activity.of(event).map(Activity::points).orElse(0L);
            }
        }
        return activity
                + orders.changed().values().stream()
                        .mapToLong(TierCalculatorPropertyTest::growth)
                        .sum();
    }

    /** Yen have no minor unit. */
    private static long growth(OrderState order) {
        return order.completion() == null
                ? 0
                : order.netMinor() / (order.completion().total().currency().equals("JPY") ? 1 : 100);
    }

    /** Growth and level by member. The number of level changes in between is not part of the outcome. */
    private static Map<MemberId, List<Object>> outcome(TierCalculatorModel model) {
        Map<MemberId, List<Object>> outcome = new HashMap<>();
        for (MemberTier tier : model.tiers()) {
            outcome.put(tier.member(), List.of(tier.level(), model.growth(tier), tier.beganAt()));
        }
        return outcome;
    }
}
