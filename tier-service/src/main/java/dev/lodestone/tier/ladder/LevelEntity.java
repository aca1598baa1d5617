package dev.lodestone.tier.ladder;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of {@code level}, as screens read it. */
@Entity
@Immutable
@Table(name = "level")
class LevelEntity extends PanacheEntityBase {
    @Id
    public String code;

    public String name;
    public long threshold;

    Level level() {
        return new Level(code, name, threshold);
    }
}
