package dev.lodestone.points.earning;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a rule as it is kept. */
@Entity
@Table(name = "earning_rule")
class EarningRuleEntity {
    static final String DRAFT = "DRAFT";
    static final String PUBLISHED = "PUBLISHED";

    @Embeddable
    record Key(String code, int version) {}

    @EmbeddedId
    Key key;

    @Column(name = "fact_type")
    String factType;

    @Enumerated(EnumType.STRING)
    AwardKind award;

    long points;

    @Column(name = "per_amount_minor")
    @Nullable Long perAmountMinor;

    @Nullable String currency;

    @Column(name = "expiry_days")
    @Nullable Integer expiryDays;

    String status;

    @Column(name = "effective_from")
    @Nullable Instant effectiveFrom;

    @Column(name = "drafted_by")
    String draftedBy;

    @Column(name = "drafted_at")
    Instant draftedAt;

    @Column(name = "published_by")
    @Nullable String publishedBy;

    @Column(name = "published_at")
    @Nullable Instant publishedAt;

    boolean published() {
        return PUBLISHED.equals(status);
    }

    /** Whether {@code request} asks for what stands here already. */
    boolean says(EarningRuleRequest request) {
        return request.equals(new EarningRuleRequest(factType, award, points, perAmountMinor, currency, expiryDays));
    }

    EarningRuleView view() {
        return new EarningRuleView(
                key.code(),
                key.version(),
                status,
                factType,
                award,
                points,
                perAmountMinor,
                currency,
                expiryDays,
                effectiveFrom);
    }
}
