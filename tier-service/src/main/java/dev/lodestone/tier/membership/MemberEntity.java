package dev.lodestone.tier.membership;

import dev.lodestone.events.MemberId;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code member}, as screens read it. */
@Entity
@Immutable
@Table(name = "member")
class MemberEntity extends PanacheEntityBase {
    @Id
    @Column(name = "member_id")
    public UUID memberId;

    public long number;

    @Column(name = "enrolled_at")
    public Instant enrolledAt;

    Membership membership() {
        return new Membership(new MemberId(memberId), new MembershipNumber(number), enrolledAt);
    }
}
