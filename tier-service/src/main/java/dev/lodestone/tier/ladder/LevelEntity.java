package dev.lodestone.tier.ladder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A level as it is kept. */
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
