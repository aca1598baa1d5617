package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code standing}, as screens read it. */
@Entity
@Immutable
@Table(name = "standing")
class StandingEntity extends PanacheEntityBase {
    @Id
    @Column(name = "member_id")
    public UUID memberId;

    public String level;

    @Column(name = "purchase_growth")
    public long purchaseGrowth;

    @Column(name = "activity_growth")
    public long activityGrowth;

    public long version;

    Standing standing() {
        return new Standing(new MemberId(memberId), level, purchaseGrowth, activityGrowth, version);
    }
}
