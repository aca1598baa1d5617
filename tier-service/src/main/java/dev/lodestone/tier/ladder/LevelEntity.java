package dev.lodestone.tier.ladder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table {@code level}. It may break the rules of {@link Level}. */
@Entity
@Table(name = "level")
class LevelEntity {
    @Id
    String code;

    String name;

    long threshold;

    Level level() {
        return new Level(code, name, threshold);
    }
}
