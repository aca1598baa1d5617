package dev.lodestone.tier.ladder;

import dev.lodestone.events.Require;

/**
 * One level of the ladder.
 *
 * {@snippet lang=json :
 * {"code": "ADVANCED", "name": "Advanced", "threshold": 1000}
 * }
 *
 * @param code stable name, such as {@code ADVANCED}
 * @param name shown to members
 * @param threshold the growth that reaches this level, in whole units; 0 or more
 */
public record Level(String code, String name, long threshold) {
    public Level {
        Require.text(code, 30, "code");
        Require.text(name, 50, "name");
        Require.between(threshold, 0, Long.MAX_VALUE, "threshold");
    }
}
