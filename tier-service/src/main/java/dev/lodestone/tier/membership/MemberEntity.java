package dev.lodestone.tier.membership;

import dev.lodestone.events.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The table {@code member} for reading. {@link MembershipRepository#add} writes it. */
@Entity
@Immutable
@Table(name = "member")
class MemberEntity {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    long number;

    @Column(name = "enrolled_at")
    Instant enrolledAt;

    Membership membership() {
        return new Membership(new MemberId(memberId), new MembershipNumber(number), enrolledAt);
    }
}
