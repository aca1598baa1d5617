package dev.lodestone.tier.versions;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.tiersets.Presets;
import dev.lodestone.tier.tiersets.TierSet;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

/**
 * A tier set to begin with.
 *
 * {@snippet lang=json :
 * {
 *   "name": "calendar-year", "text": {"zh": "1 个等级：普通", "en": "1 level: Basic"},
 *   "definition": {"zone": "Asia/Shanghai", "cycle": {"anchor": "CALENDAR", "months": 12},
 *     "criteria": [{"code": "growth", "sources": [{"kind": "SPEND", "growth": 1, "leastMinor": 0}], "window": "CYCLE", "length": "P0D",
 *       "grace": "P0D", "carryOver": false, "returnWindow": "P0D"}],
 *     "levels": [{"code": "BASIC", "name": {"zh": "普通", "en": "Basic"}, "entry": {"match": "ALL", "atLeast": {}},
 *         "keep": {"match": "ALL", "atLeast": {}}, "lifetime": false}],
 *     "keeping": {"assessed": "CYCLE_END", "target": "EARNED", "grace": "P0D", "shortestStay": "P0D", "between": "P0D", "notice": "P30D"}}
 * }
 * }
 *
 * @param name stable name
 * @param text its levels in words
 * @param definition the document to draft from; its thresholds are examples
 */
public record PresetView(String name, LocalText text, TierSet definition) {
    /** All presets by name. */
    static List<PresetView> all(ZoneId zone) {
        return new TreeMap<>(Presets.all(zone))
                .entrySet().stream()
                        .map(preset ->
                                new PresetView(preset.getKey(), TierSetView.text(preset.getValue()), preset.getValue()))
                        .toList();
    }
}
