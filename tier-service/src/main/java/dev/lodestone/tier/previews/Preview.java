package dev.lodestone.tier.previews;

import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetVersions;
import dev.lodestone.tier.tiersets.VersionInForce;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The request of a preview as it is stored, with the document as it was then: a draft may change meanwhile.
 *
 * @param effectiveFrom from when the version would be in force
 * @param at when levels are compared
 */
@RegisterForReflection
record Preview(String code, int version, TierSet definition, Instant effectiveFrom, Instant at) {
    /** The published versions with the one to preview, which takes the place of the published one of its number. */
    TierSetVersions with(TierSetVersions published) {
        List<VersionInForce> all = new ArrayList<>(published.frozen() ? List.of() : published.all());
        all.removeIf(one -> one.version() == version);
        all.add(new VersionInForce(version, definition, effectiveFrom));
        return new TierSetVersions(all, false);
    }
}
