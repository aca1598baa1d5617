package dev.lodestone.tier.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.Level;
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

/** Any orders, refunds, cancellations and postings of a few members, in any order and cut into any batches. */
class ReckoningPropertyTest {
    private static final Ladder LADDER = new Ladder(
            List.of(new Level("BASIC", "普通", 0), new Level("ADVANCED", "高级", 1000), new Level("PREMIUM", "尊享", 5000)));

    @Provide
    Arbitrary<List<Event<Fact>>> histories() {
        return Histories.any();
    }

    @Property
    void T04_shouldComeToTheSameInAnyOrderAndAnyBatches(
            @ForAll("histories") List<Event<Fact>> history, @ForAll Random random) {
        List<Event<Fact>> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);

        ReckoningModel told = taken(history, random);
        ReckoningModel toldOtherwise = taken(shuffled, random);

        assertEquals(outcome(told), outcome(toldOtherwise));
        assertEquals(told.purchases(), toldOtherwise.purchases());
        assertEquals(told.population(), toldOtherwise.population());
    }

    @Property
    void T03_shouldAddUpToWhatWasBoughtAndDone(@ForAll("histories") List<Event<Fact>> history, @ForAll Random random) {
        ReckoningModel model = taken(history, random);

        for (Standing standing : model.standings()) {
            assertEquals(growthByDefinition(history, standing.member()), standing.growth());
            assertEquals(LADDER.at(standing.growth()).code(), standing.level());
        }
    }

    @Property
    void shouldTellAChainOfChangesThatLeadsToTheLevel(
            @ForAll("histories") List<Event<Fact>> history, @ForAll Random random) {
        ReckoningModel model = taken(history, random);

        for (Standing standing : model.standings()) {
            String level = "BASIC";
            long version = 0;
            for (var change : model.changesOf(standing.member())) {
                version++;
                assertEquals(level, change.from());
                assertEquals(version, change.memberVersion());
                assertEquals(LADDER.at(change.growth()).code(), change.to());
                assertEquals(LADDER.upgrade(change.from(), change.to()), change.upgrade());
                level = change.to();
            }
            assertEquals(level, standing.level());
            assertEquals(version, standing.version());
        }
    }

    private static ReckoningModel taken(List<Event<Fact>> events, Random random) {
        ReckoningModel model = new ReckoningModel(LADDER);
        int from = 0;
        while (from < events.size()) {
            int to = from + 1 + random.nextInt(events.size() - from);
            model.take(events.subList(from, to));
            from = to;
        }
        return model;
    }

    /** Growth from the whole history at once. */
    private static long growthByDefinition(List<Event<Fact>> history, MemberId member) {
        long activity = 0;
        OrderFold orders = new OrderFold(OrderNumbers.BRAND, Map.of());
        for (Event<Fact> event : history) {
            OrderKey order = orders.keyOf(event);
            if (event.member().equals(member) && order != null) {
                orders.apply(order, event);
            }
            if (event.member().equals(member) && event.fact() instanceof PointsPosted posted) {
                activity += Activity.growth(posted);
            }
        }
        return activity
                + orders.changed().values().stream().mapToLong(OrderGrowth::of).sum();
    }

    /** Growth and level by member; how often a level changed on the way is no part of the outcome. */
    private static Map<MemberId, List<Object>> outcome(ReckoningModel model) {
        Map<MemberId, List<Object>> outcome = new HashMap<>();
        for (Standing standing : model.standings()) {
            outcome.put(
                    standing.member(), List.of(standing.level(), standing.purchaseGrowth(), standing.activityGrowth()));
        }
        return outcome;
    }
}
