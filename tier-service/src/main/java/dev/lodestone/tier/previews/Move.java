package dev.lodestone.tier.previews;

import dev.lodestone.events.MemberId;
import dev.lodestone.tier.history.Award;
import dev.lodestone.tier.history.Growth;
import dev.lodestone.tier.history.LevelHistory;
import dev.lodestone.tier.history.Stay;
import dev.lodestone.tier.history.Step;
import dev.lodestone.tier.qualification.MemberTier;
import dev.lodestone.tier.tiersets.TierSetVersions;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The level of one member without and with the version that is previewed.
 *
 * @param rises whether the level with it is higher than the one without it, by the levels of that version
 * @param step what decides the level with the version; null if nothing has decided it by then
 */
record Move(
        MemberId member,
        String from,
        String to,
        boolean rises,
        @Nullable Step step) {
    /**
     * Compares both levels at one time.
     *
     * @param growth the growth of the member by the versions that it is given
     */
    static Move of(
            MemberTier tier,
            TierSetVersions published,
            TierSetVersions candidate,
            Function<TierSetVersions, List<Growth>> growth,
            List<Award> awards,
            Instant at) {
        String from = level(tier, history(tier, published, growth, awards, at), at);
        LevelHistory with = history(tier, candidate, growth, awards, at);
        String to = level(tier, with, at);
        boolean rises =
                candidate.at(at).set().indexOf(to) > candidate.at(at).set().indexOf(from);
        return new Move(tier.member(), from, to, rises, with.decisive(at));
    }

    boolean isMove() {
        return !from.equals(to);
    }

    private static LevelHistory history(
            MemberTier tier,
            TierSetVersions versions,
            Function<TierSetVersions, List<Growth>> growth,
            List<Award> awards,
            Instant at) {
        return LevelHistory.of(versions.all(), tier.beganAt(), growth.apply(versions), awards, at);
    }

    private static String level(MemberTier tier, LevelHistory history, Instant at) {
        Stay stay = history.at(at);
        return stay == null ? tier.level() : stay.level();
    }
}
