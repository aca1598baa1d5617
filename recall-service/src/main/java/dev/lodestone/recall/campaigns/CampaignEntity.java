package dev.lodestone.recall.campaigns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A stored campaign. It never changes, so that all its members get the same message. */
@Entity
@Immutable
@Table(name = "campaign")
class CampaignEntity {
    @Id
    UUID id;

    String name;

    String subject;

    String body;

    @Column(name = "bonus_points")
    long bonusPoints;

    @Column(name = "valid_days")
    int validDays;

    @Column(name = "hold_out_percent")
    int holdOutPercent;

    @Enumerated(EnumType.STRING)
    Audience audience;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    CampaignView view() {
        return new CampaignView(
                id, name, subject, body, bonusPoints, validDays, holdOutPercent, audience, createdAt, null);
    }
}
