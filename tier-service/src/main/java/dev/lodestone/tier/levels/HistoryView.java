package dev.lodestone.tier.levels;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.awards.AwardKind;
import dev.lodestone.tier.awards.LevelAward;
import dev.lodestone.tier.history.Basis;
import dev.lodestone.tier.history.Growth;
import dev.lodestone.tier.history.LevelHistory;
import dev.lodestone.tier.history.MeasureView;
import dev.lodestone.tier.history.Stay;
import dev.lodestone.tier.history.Step;
import dev.lodestone.tier.qualification.DecisionService.Decision;
import dev.lodestone.tier.qualification.Reason;
import dev.lodestone.tier.tiersets.TierSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a member and why: what is true of each day by all that is known now, and what was decided when.
 *
 * {@snippet lang=json :
 * {
 *   "stays": [{"level": "BASIC", "name": {"zh": "普通", "en": "Basic"}, "basis": "EARNED", "from": "2026-03-01T04:00:00Z", "until": null}],
 *   "steps": [{"at": "2026-05-01T04:00:00Z", "from": "ADVANCED", "to": "BASIC", "reason": "LOST", "tierSet": 1,
 *     "measures": [{"criterion": "growth", "growth": 950, "threshold": 1000, "missing": 50}],
 *     "text": {"zh": "由「高级」降为「普通」：growth 还差 50。", "en": "Fell from Advanced to Basic: growth missing 50."}}],
 *   "awards": [{"id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "kind": "GRANT", "level": "PREMIUM", "from": "2026-06-01T04:00:00Z",
 *     "until": "2026-09-01T04:00:00Z", "givenAt": "2026-06-01T04:00:00Z", "endedAt": null,
 *     "text": {"zh": "2026年6月1日至2026年9月1日获赠「尊享」。", "en": "Given Premium from 1 June 2026 to 1 September 2026."}}],
 *   "decisions": [{"version": 2, "from": "ADVANCED", "to": "BASIC", "at": "2026-05-01T04:00:00Z", "changedAt": "2026-05-01T04:00:01Z",
 *     "reason": "LOST", "tierSet": 1, "measures": [{"criterion": "growth", "growth": 950, "threshold": 1000, "missing": 50}],
 *     "cause": "019ca7aa-16e0-76ee-b36a-8786c764f974"}],
 *   "facts": [{"criterion": "growth", "dated": "2026-03-01T04:00:00Z", "countsFrom": "2026-05-01T04:00:00Z", "amount": -50,
 *     "cause": "order:R-1001"}]
 * }
 * }
 *
 * @param stays which level was in force when, the oldest first; the last is in force
 * @param steps what happened to the earned level, the oldest first
 * @param awards levels that were given or locked by hand, the oldest first, with when that was booked
 * @param decisions changes as they were decided and published, the newest first, at most 100; a later fact may have shown another truth since
 * @param facts the growth that counts, the newest first, at most 200
 */
public record HistoryView(
        List<StayView> stays,
        List<StepView> steps,
        List<GivenView> awards,
        List<DecisionView> decisions,
        List<FactView> facts) {
    static final int DECISIONS_MAX = 100;
    private static final int FACTS_MAX = 200;

    /**
     * A time in which one level was in force.
     *
     * @param basis why: by growth or by an award
     * @param until null if it is in force
     */
    public record StayView(
            String level,
            LocalText name,
            Basis basis,
            Instant from,
            @Nullable Instant until) {}

    /**
     * A level that was given or locked by hand.
     *
     * @param until when it ends or ended, by all that is known; null if it does not
     * @param givenAt when it was booked
     * @param endedAt when it was booked that it ends earlier; null if it was not
     * @param text the same in words, with local dates
     */
    public record GivenView(
            UUID id,
            AwardKind kind,
            String level,
            Instant from,
            @Nullable Instant until,
            Instant givenAt,
            @Nullable Instant endedAt,
            LocalText text) {}

    /**
     * Something that happened to the earned level.
     *
     * @param tierSet version of the tier set that decided it
     * @param measures growth and threshold of each criterion that was looked at, in whole units
     * @param text the same in words
     */
    public record StepView(
            Instant at,
            String from,
            String to,
            Step.Reason reason,
            int tierSet,
            List<MeasureView> measures,
            LocalText text) {}

    /**
     * A change of the level as it was published.
     *
     * @param version numbers the member's changes from 1
     * @param at business time of what changed it
     * @param changedAt when it was decided
     * @param measures growth and threshold of each criterion that was looked at
     * @param cause id of the event that changed it, or {@code award:} and the id of an award; null if time did
     */
    public record DecisionView(
            long version,
            String from,
            String to,
            Instant at,
            Instant changedAt,
            Reason reason,
            int tierSet,
            List<MeasureView> measures,
            @Nullable String cause) {}

    /**
     * Growth that a fact brought or took away.
     *
     * @param dated the date by which it belongs to a window or cycle
     * @param countsFrom when it began to count
     * @param amount in whole units
     * @param cause what brought it, such as {@code order:R-1001}
     */
    public record FactView(String criterion, Instant dated, Instant countsFrom, long amount, String cause) {}

    static HistoryView of(
            TierSet set,
            LevelHistory history,
            List<Growth> growth,
            List<LevelAward> awards,
            List<Decision> decisions,
            Instant now) {
        return new HistoryView(
                history.stays().stream()
                        .filter(stay -> !stay.from().isAfter(now))
                        .map(stay -> stay(set, stay, now))
                        .toList(),
                history.steps().stream()
                        .filter(step -> !step.at().isAfter(now))
                        .map(step -> step(set, step))
                        .toList(),
                awards.stream().map(award -> award(set, award)).toList(),
                decisions.stream().map(HistoryView::decision).toList(),
                growth.stream()
                        .sorted(Comparator.comparing(Growth::countsFrom)
                                .thenComparing(Growth::cause)
                                .reversed())
                        .limit(FACTS_MAX)
                        .map(one ->
                                new FactView(one.criterion(), one.dated(), one.countsFrom(), one.amount(), one.cause()))
                        .toList());
    }

    private static DecisionView decision(Decision decision) {
        return new DecisionView(
                decision.version(),
                decision.from(),
                decision.to(),
                decision.at(),
                decision.changedAt(),
                decision.reason(),
                decision.tierSet(),
                MeasureView.of(decision.measures()),
                decision.cause());
    }

    private static GivenView award(TierSet set, LevelAward award) {
        return new GivenView(
                award.id(),
                award.kind(),
                award.level(),
                award.from(),
                award.lastsUntil(),
                award.givenAt(),
                award.end() == null ? null : award.end().endedAt(),
                AwardText.of(set, award));
    }

    private static StayView stay(TierSet set, Stay stay, Instant now) {
        Instant until = stay.until();
        return new StayView(
                stay.level(),
                StepText.name(set, stay.level()),
                stay.basis(),
                stay.from(),
                until == null || until.isAfter(now) ? null : until);
    }

    private static StepView step(TierSet set, Step step) {
        return new StepView(
                step.at(),
                step.from(),
                step.to(),
                step.reason(),
                step.version(),
                MeasureView.of(step.measures()),
                StepText.of(set, step));
    }
}
