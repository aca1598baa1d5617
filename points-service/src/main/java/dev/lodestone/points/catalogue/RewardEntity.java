package dev.lodestone.points.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reward as it is kept. */
@Entity
@Table(name = "reward")
class RewardEntity {
    @Id
    String code;

    String name;

    long cost;

    @Nullable Long stock;

    @Column(name = "created_at")
    Instant createdAt;

    RewardView view() {
        return new RewardView(code, name, cost, stock);
    }
}
