package dev.lodestone.tier.qualification;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.tier.growth.Activity;
import dev.lodestone.tier.growth.FactService.Facts;
import dev.lodestone.tier.growth.MemberFacts;
import dev.lodestone.tier.history.Award;
import dev.lodestone.tier.history.LevelHistory;
import dev.lodestone.tier.history.Roadmap;
import dev.lodestone.tier.history.Stay;
import dev.lodestone.tier.history.Step;
import dev.lodestone.tier.history.Step.Measure;
import dev.lodestone.tier.notices.Notice;
import dev.lodestone.tier.notices.NoticeChange;
import dev.lodestone.tier.tiersets.TierSetVersions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calculates in memory what a batch of events, or the passing of time, does to the levels of members. Pure: the result depends on the inputs
 * alone. The final levels do not depend on the order of the events; only the number of level changes in between may.
 */
final class TierCalculator {
    private final TierSetVersions versions;
    private final Map<MemberId, MemberTier> before;
    private final Facts facts;
    private final Map<MemberId, List<Award>> awards;
    private final Instant now;
    private final Map<MemberId, MemberTier> tiers;
    private final List<TierChange> changes = new ArrayList<>();
    private final List<NoticeChange> notices = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();

    /**
     * @param before the tier of every member that an event belongs to, or that is due
     * @param facts the known facts of these members
     * @param awards levels that they have for another reason than growth; members without any are left out
     */
    TierCalculator(
            TierSetVersions versions,
            Map<MemberId, MemberTier> before,
            Facts facts,
            Map<MemberId, List<Award>> awards,
            Instant now) {
        this.versions = versions;
        this.before = Map.copyOf(before);
        this.facts = facts;
        this.awards = Map.copyOf(awards);
        this.now = now;
        this.tiers = new TreeMap<>(before);
    }

    /** False if {@code event} never brings growth, so that neither locks nor rows are needed for it. */
    static boolean canChangeTier(Event<Fact> event) {
        return switch (event.fact()) {
            case OrderPaid ignored -> false;
            case OrderFact ignored -> true;
            default -> Activity.of(event).isPresent();
        };
    }

    /** Applies one event: adds what it says to the facts and decides the level of its member again. */
    void apply(Event<Fact> event) {
        MemberId member = event.member();
        MemberFacts own = facts(member);
        OrderKey key = facts.orders().keyOf(event);
        if (key != null && facts.orders().apply(key, event)) {
            own.put(key.name(), facts.orders().state(key));
        }
        Activity.of(event).ifPresent(activity -> {
            own.put(activity);
            activities.add(activity);
        });
        tiers.compute(member, (known, tier) -> Objects.requireNonNull(tier).with(event.occurredAt()));
        decide(member, event);
    }

    /** Decides the level of a member again because time has passed. */
    void settle(MemberId member) {
        decide(member, null);
    }

    /** The tiers that differ from those before the batch, in the order of member ids. */
    List<MemberTier> changedTiers() {
        return tiers.values().stream()
                .filter(tier -> !tier.equals(before.get(tier.member())))
                .toList();
    }

    /** All facts, including the facts of the events. */
    Facts facts() {
        return facts;
    }

    /** The activities of the events. */
    List<Activity> activities() {
        return List.copyOf(activities);
    }

    /** Every change of a level, in the order of the events. */
    List<TierChange> levelChanges() {
        return List.copyOf(changes);
    }

    /** Every notice that is given, renewed or withdrawn, in the order of the events. */
    List<NoticeChange> noticeChanges() {
        return List.copyOf(notices);
    }

    /** By level code: how many members the level gained; negative if it lost members. Levels without a difference are left out. */
    Map<String, Long> populationChanges() {
        Map<String, Long> gained = new HashMap<>();
        for (MemberTier tier : changedTiers()) {
            gained.merge(Objects.requireNonNull(before.get(tier.member())).level(), -1L, Long::sum);
            gained.merge(tier.level(), 1L, Long::sum);
        }
        gained.values().removeIf(members -> members == 0);
        return gained;
    }

    private void decide(MemberId member, @Nullable Event<Fact> cause) {
        if (versions.frozen()) {
            return;
        }
        MemberTier tier = Objects.requireNonNull(tiers.get(member), "the tier of the event's member");
        Instant end = now.plus(LevelHistory.FORESIGHT);
        LevelHistory history = LevelHistory.of(
                versions.all(), tier.beganAt(), facts(member).growth(), awards.getOrDefault(member, List.of()), end);
        Stay stay = history.at(now);
        Notice foreseen = Notice.foreseen(history, versions, now);
        MemberTier decided = notified(tier.due(due(history, foreseen)), foreseen, cause, trigger(tier, cause), stay);
        if (stay != null && !stay.level().equals(tier.level())) {
            decided = decided.withLevel(stay.level());
            changes.add(change(tier, decided, cause, stay, history));
        }
        tiers.put(member, decided);
    }

    /** The next time at which something changes if nothing happens: the level, or a notice. */
    private @Nullable Instant due(LevelHistory history, @Nullable Notice foreseen) {
        Instant change = history.nextChange(now);
        if (history.goesOn()) {
            // Early enough to see a loss that is too far ahead now, and to notify of it: no notice is longer.
            Instant again = now.plus(LevelHistory.FORESIGHT.dividedBy(2));
            change = change == null || change.isAfter(again) ? again : change;
        }
        return foreseen == null || foreseen.isDue(now) ? change : foreseen.from();
    }

    /** Gives the notice of a loss once it is due, again when it moves, and withdraws it when the loss is no longer foreseen. */
    private MemberTier notified(
            MemberTier tier,
            @Nullable Notice foreseen,
            @Nullable Event<Fact> cause,
            Instant trigger,
            @Nullable Stay inForce) {
        Notice given = tier.notice();
        if (foreseen != null && foreseen.isDue(now)) {
            return foreseen.saysTheSameAs(given) ? tier : given(tier, foreseen, cause, trigger);
        }
        if (given == null) {
            return tier;
        }
        // A fact that arrives late may save the level though the time of its loss is over.
        boolean happened = !given.lossAt().isAfter(now)
                && (inForce == null || !inForce.level().equals(given.level()));
        return happened ? tier.withoutNotice() : withdrawn(tier, given, cause, trigger);
    }

    private MemberTier given(MemberTier tier, Notice notice, @Nullable Event<Fact> cause, Instant trigger) {
        MemberTier notified = tier.withNotice(notice);
        Instant at = trigger.isBefore(notice.from()) ? notice.from() : trigger;
        notices.add(new NoticeChange(tier.member(), at, cause, notice.toFact(false, notified.notices())));
        return notified;
    }

    private MemberTier withdrawn(MemberTier tier, Notice notice, @Nullable Event<Fact> cause, Instant trigger) {
        MemberTier notified = tier.withNotice(null);
        notices.add(new NoticeChange(tier.member(), trigger, cause, notice.toFact(true, notified.notices())));
        return notified;
    }

    /** The business time of what has the member decided: of an event, or the time that was due. */
    private Instant trigger(MemberTier tier, @Nullable Event<Fact> cause) {
        if (cause != null) {
            return cause.occurredAt();
        }
        Instant due = tier.dueAt();
        return due == null || due.isAfter(now) ? now : due;
    }

    private TierChange change(
            MemberTier from, MemberTier to, @Nullable Event<Fact> cause, Stay stay, LevelHistory history) {
        Roadmap roadmap =
                Roadmap.of(versions.all(), to.beganAt(), facts(to.member()).growth(), now);
        Step step = Objects.requireNonNull(history.decisive(now), "the step that a stay rests on");
        boolean upgrade = isUpgrade(from.level(), to.level());
        Reason reason = Reason.of(stay, history.before(stay), step, upgrade);
        return new TierChange(
                to.member(),
                cause == null ? stay.from() : cause.occurredAt(),
                cause,
                new LevelChanged(from.level(), to.level(), upgrade, growth(roadmap), to.version()),
                new TierChange.Why(
                        reason, step.version(), measures(reason, upgrade, from, step, roadmap), stay.award()));
    }

    private static List<Measure> measures(Reason reason, boolean upgrade, MemberTier from, Step step, Roadmap roadmap) {
        return switch (reason) {
            case AWARDED, AWARD_ENDED -> List.of();
            case CORRECTED -> upgrade ? step.measures() : roadmap.measures(from.level());
            case REACHED, LOST, REPLACED -> step.measures();
        };
    }

    /** The growth of the first criterion; none where more is taken away than came. */
    private static long growth(Roadmap roadmap) {
        return Math.max(0, roadmap.growth().values().iterator().next());
    }

    /** A level that the tier set no longer has is lower than all others. */
    private boolean isUpgrade(String from, String to) {
        return versions.at(now).set().indexOf(from) < versions.at(now).set().indexOf(to);
    }

    private MemberFacts facts(MemberId member) {
        return facts.of(member);
    }
}
