package dev.lodestone.tier.tiersets;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.tiersets.TierSetCheck.Fault;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reads the versions of the tier set.
 *
 * <p>A version that cannot be evaluated is the operator's fault, so no event becomes a dead letter because of it. It raises the alarm {@code
 * tier-set-failed} and is left out, so that the version before it stays in force. Without any version that can be evaluated, facts still count
 * but no level changes until one is corrected; then a member's next fact, or the next due time, brings the right level.
 */
@ApplicationScoped
public class TierSetService {
    private static final Logger LOG = Logger.getLogger(TierSetService.class);
    /** In force if no version can be evaluated: nothing changes by it. */
    private static final TierSetVersions NONE = new TierSetVersions(
            List.of(new VersionInForce(
                    0,
                    new TierSet(
                            ZoneOffset.UTC,
                            null,
                            List.of(Criterion.lifetime("growth", Source.of(Source.Kind.SPEND))),
                            List.of(TierLevel.of("BASIC", new LocalText("普通", "Basic"), Requirement.NONE)),
                            Keeping.FOR_LIFE),
                    Instant.EPOCH)),
            true);

    private final TierSetRepository versions;
    private final Json json;
    private final Alarms alarms;

    TierSetService(TierSetRepository versions, Json json, Alarms alarms) {
        this.versions = versions;
        this.json = json;
        this.alarms = alarms;
    }

    /** The versions as {@code tx} sees them. Takes no lock. */
    public Uni<TierSetVersions> published(SqlConnection tx) {
        return versions.all(tx).map(this::published);
    }

    private TierSetVersions published(List<TierSetRepository.Stored> rows) {
        List<VersionInForce> valid = new ArrayList<>();
        for (TierSetRepository.Stored row : rows) {
            try {
                TierSet set = json.read(row.document(), TierSet.class);
                List<Fault> faults = TierSetCheck.faults(set);
                if (faults.isEmpty()) {
                    valid.add(new VersionInForce(row.version(), set, row.effectiveFrom()));
                } else {
                    failed(row, faults.toString());
                }
            } catch (RuntimeException unreadable) {
                failed(row, String.valueOf(unreadable.getMessage()));
            }
        }
        return valid.isEmpty() ? NONE : new TierSetVersions(valid, false);
    }

    private void failed(TierSetRepository.Stored row, String why) {
        LOG.warnf("a version of the tier set cannot be evaluated: version=%d why=%s", row.version(), why);
        alarms.raise("tier-set-failed", "version=" + row.version());
    }
}
