package dev.lodestone.points.earning.accrual;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.members.MemberFact;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.events.tiers.LossComing;
import dev.lodestone.events.tiers.MemberEnrolled;
import dev.lodestone.events.tiers.TierFact;
import dev.lodestone.points.earning.evaluation.MemberContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contexts of the members of a batch, while their accounts are locked. Outdated events change nothing. */
final class MemberContexts {
    /**
     * The context of one member.
     *
     * @param tierVersion version of the tier change that set the tier; -1 before the first
     * @param attributesAt time of the event that set the attributes
     */
    record StoredContext(
            MemberId member,
            MemberContext context,
            long tierVersion,
            @Nullable Instant attributesAt) {}

    private final Map<MemberId, StoredContext> known;
    private final Set<MemberId> changed = new HashSet<>();

    MemberContexts(Map<MemberId, StoredContext> known) {
        this.known = new HashMap<>(known);
    }

    MemberContext of(MemberId member) {
        return known(member).context();
    }

    void addOrder(MemberId member, long amountMinor, Instant at) {
        StoredContext before = known(member);
        put(new StoredContext(
                member, before.context().withOrder(amountMinor, at), before.tierVersion(), before.attributesAt()));
    }

    /** Corrects the total of the member's orders by {@code changeMinor}, positive or negative. */
    void correctAmount(MemberId member, long changeMinor) {
        if (changeMinor != 0) {
            StoredContext before = known(member);
            put(new StoredContext(
                    member,
                    before.context().withCorrectedAmount(changeMinor),
                    before.tierVersion(),
                    before.attributesAt()));
        }
    }

    void updateTier(MemberId member, TierFact fact) {
        switch (fact) {
            case MemberEnrolled enrolled -> tier(member, enrolled.level(), 0);
            case LevelChanged change -> tier(member, change.to(), change.memberVersion());
            case LossComing ignored -> {}
        }
    }

    void updateAttributes(MemberId member, MemberFact fact, Instant at) {
        StoredContext before = known(member);
        if (before.attributesAt() == null || !at.isBefore(before.attributesAt())) {
            put(new StoredContext(
                    member, before.context().withAttributes(fact.profile().attributes()), before.tierVersion(), at));
        }
    }

    /** The contexts to persist. */
    List<StoredContext> changed() {
        return changed.stream().map(this::known).toList();
    }

    private void tier(MemberId member, String code, long version) {
        StoredContext before = known(member);
        if (version > before.tierVersion()) {
            put(new StoredContext(member, before.context().withTier(code), version, before.attributesAt()));
        }
    }

    private StoredContext known(MemberId member) {
        return known.getOrDefault(member, new StoredContext(member, MemberContext.UNKNOWN, -1, null));
    }

    private void put(StoredContext now) {
        known.put(now.member(), now);
        changed.add(now.member());
    }
}
