package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The table {@code member_tier}, which holds the tiers, for reading. {@link MemberTierRepository#save} writes it. */
@Entity
@Immutable
@Table(name = "member_tier")
class MemberTierEntity {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    String level;

    @Column(name = "purchase_growth")
    long purchaseGrowth;

    @Column(name = "activity_growth")
    long activityGrowth;

    long version;

    MemberTier memberTier() {
        return new MemberTier(new MemberId(memberId), level, purchaseGrowth, activityGrowth, version);
    }
}
