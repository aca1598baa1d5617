package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A standing as screens read it; written by statements only. */
@Entity
@Immutable
@Table(name = "standing")
class StandingEntity {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    String level;

    @Column(name = "purchase_growth")
    long purchaseGrowth;

    @Column(name = "activity_growth")
    long activityGrowth;

    long version;

    Standing standing() {
        return new Standing(new MemberId(memberId), level, purchaseGrowth, activityGrowth, version);
    }
}
