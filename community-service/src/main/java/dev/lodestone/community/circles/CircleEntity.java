package dev.lodestone.community.circles;

import dev.lodestone.platform.time.Ids;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What operators decide of a circle. The counters are written by effects alone and only read here. */
@Entity
@Table(name = "circle")
class CircleEntity extends PanacheEntityBase {
    @Id
    UUID id;

    String code;
    String name;
    String description;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(insertable = false, updatable = false)
    long members;

    @Column(insertable = false, updatable = false)
    long posts;

    static CircleEntity of(NewCircle circle, String createdBy, Instant createdAt) {
        CircleEntity entity = new CircleEntity();
        entity.id = Ids.next();
        entity.code = circle.code();
        entity.name = circle.name();
        entity.description = circle.description();
        entity.createdBy = createdBy;
        entity.createdAt = createdAt;
        return entity;
    }

    static Uni<CircleEntity> withCode(String code) {
        return find("code", code).firstResult();
    }

    /** Circles behind {@code code} in the order of their codes. */
    static Uni<List<CircleEntity>> behind(String code, int limit) {
        return find("code > ?1 order by code", code).range(0, limit - 1).list();
    }

    boolean madeFrom(NewCircle circle) {
        return name.equals(circle.name()) && Objects.equals(description, circle.description());
    }

    CircleView view() {
        return new CircleView(id, code, name, description, members, posts, createdAt);
    }
}
