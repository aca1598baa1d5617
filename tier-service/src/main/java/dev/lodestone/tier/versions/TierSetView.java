package dev.lodestone.tier.versions;

import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.Publication;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetCheck;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version of a tier set as operators read it.
 *
 * {@snippet lang=json :
 * {
 *   "code": "main", "version": 2, "status": "PUBLISHED",
 *   "text": {"zh": "2 个等级：普通、金卡", "en": "2 levels: Basic, Gold"},
 *   "definition": {"zone": "Asia/Shanghai", "cycle": null,
 *     "criteria": [{"code": "growth", "sources": [{"kind": "SPEND", "growth": 1, "leastMinor": 0}], "window": "LIFETIME", "length": "P0D",
 *       "grace": "P0D", "carryOver": false, "returnWindow": "P0D"}],
 *     "levels": [
 *       {"code": "BASIC", "name": {"zh": "普通", "en": "Basic"}, "entry": {"match": "ALL", "atLeast": {}},
 *         "keep": {"match": "ALL", "atLeast": {}}, "lifetime": false},
 *       {"code": "GOLD", "name": {"zh": "金卡", "en": "Gold"}, "entry": {"match": "ALL", "atLeast": {"growth": 5000}},
 *         "keep": {"match": "ALL", "atLeast": {"growth": 5000}}, "lifetime": false}],
 *     "keeping": {"assessed": "AT_ONCE", "target": "EARNED", "grace": "P0D", "shortestStay": "P0D", "between": "P0D", "notice": "P30D"}},
 *   "effectiveFrom": "2026-12-31T16:00:00Z",
 *   "publication": {"contentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
 *     "proposedBy": null, "expiresAt": null, "publishedBy": "operator-1"},
 *   "faults": []
 * }
 * }
 *
 * @param text its levels in words
 * @param definition the document; null if what is stored is no tier set
 * @param effectiveFrom levels are decided by it from then on, until the next version; null before it is proposed or published
 * @param publication proposal and publication; null before it is proposed
 * @param faults why levels cannot be decided by it; empty unless it was inserted by hand
 */
public record TierSetView(
        String code,
        int version,
        DefinitionStatus status,
        LocalText text,
        @Nullable TierSet definition,
        @Nullable Instant effectiveFrom,
        @Nullable Publication publication,
        List<TierSetCheck.Fault> faults) {
    static final LocalText UNREADABLE = new LocalText("无法读取", "cannot be read");

    /** The levels of {@code set} in words. */
    static LocalText text(TierSet set) {
        int levels = set.levels().size();
        return new LocalText(
                levels + " 个等级："
                        + set.levels().stream().map(level -> level.name().zh()).collect(Collectors.joining("、")),
                levels
                        + (levels == 1 ? " level: " : " levels: ")
                        + set.levels().stream().map(level -> level.name().en()).collect(Collectors.joining(", ")));
    }
}
