package dev.lodestone.tier.qualification;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.tiersets.Criterion;
import dev.lodestone.tier.tiersets.Keeping;
import dev.lodestone.tier.tiersets.Requirement;
import dev.lodestone.tier.tiersets.Source;
import dev.lodestone.tier.tiersets.TierLevel;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetVersions;
import dev.lodestone.tier.tiersets.VersionInForce;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The tier set that a new database has. */
final class Ladders {
    static final TierSet SET = new TierSet(
            ZoneOffset.UTC,
            null,
            List.of(Criterion.lifetime("growth", Source.of(Source.Kind.SPEND), Source.of(Source.Kind.ACTIVITY))),
            List.of(
                    TierLevel.of("BASIC", new LocalText("普通", "Basic"), Requirement.NONE),
                    TierLevel.of("ADVANCED", new LocalText("高级", "Advanced"), Requirement.of("growth", 1_000)),
                    TierLevel.of("PREMIUM", new LocalText("尊享", "Premium"), Requirement.of("growth", 5_000))),
            Keeping.AT_ONCE);
    static final TierSetVersions PUBLISHED =
            new TierSetVersions(List.of(new VersionInForce(1, SET, Instant.EPOCH)), false);

    private Ladders() {}

    static String levelAt(long growth) {
        return growth >= 5_000 ? "PREMIUM" : growth >= 1_000 ? "ADVANCED" : "BASIC";
    }
}
