package dev.lodestone.community.circles;

import dev.lodestone.platform.ids.Ids;
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

/** The table {@code circle}. Only {@link CircleRepository} changes the counters; here they are read-only. */
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

    /** The circles with a code after {@code code}, sorted by code. */
    static Uni<List<CircleEntity>> after(String code, int limit) {
        return find("code > ?1 order by code", code).range(0, limit - 1).list();
    }

    /** True if the circle has the name and description of the request, so that the request is a repetition. */
    boolean matches(NewCircle circle) {
        return name.equals(circle.name()) && Objects.equals(description, circle.description());
    }

    CircleView view() {
        return new CircleView(id, code, name, description, members, posts, createdAt);
    }
}
