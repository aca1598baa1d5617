package dev.lodestone.tier.versions;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.tiersets.Criterion;
import dev.lodestone.tier.tiersets.Keeping;
import dev.lodestone.tier.tiersets.Requirement;
import dev.lodestone.tier.tiersets.Source;
import dev.lodestone.tier.tiersets.TierLevel;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetCheck.Fault;
import dev.lodestone.tier.tiersets.TierSetVersions;
import dev.lodestone.tier.tiersets.VersionInForce;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads the published versions of the tier set by which levels are decided.
 *
 * <p>A version that cannot be evaluated is the operator's fault, so no event becomes a dead letter because of it. It raises the alarm {@code
 * tier-set-failed} and is left out, so that the version before it stays in force. Without any version that can be evaluated, facts still count
 * but no level changes until one is published; then a member's next fact, or the next due time, brings the right level.
 */
@ApplicationScoped
public class TierSetService {
    /** The code of the set by which levels are decided. */
    public static final String MAIN = "main";

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
    private final TierSetDraftService drafts;
    private final TierSetDocuments documents;
    private final Alarms alarms;

    TierSetService(TierSetRepository versions, TierSetDraftService drafts, TierSetDocuments documents, Alarms alarms) {
        this.versions = versions;
        this.drafts = drafts;
        this.documents = documents;
        this.alarms = alarms;
    }

    /** The versions as {@code tx} sees them. Takes no lock. */
    public Uni<TierSetVersions> published(SqlConnection tx) {
        return versions.published(tx, MAIN).map(this::published);
    }

    /**
     * The document of a version in whatever state.
     *
     * @throws ProblemException 404 {@code tier-set-unknown} or {@code tier-set-version-unknown}; 400 {@code invalid-tier-set} if it was inserted
     *     by hand and cannot be evaluated
     */
    public Uni<TierSet> definition(SqlConnection connection, String code, int version) {
        return drafts.find(connection, code, version).map(found -> {
            TierSet set = documents
                    .read(found)
                    .orElseThrow(() -> new ProblemException(
                            TierSetProblems.INVALID_TIER_SET, "It cannot be read as a tier set; draft a new version"));
            documents.check(set);
            return set;
        });
    }

    private TierSetVersions published(List<TierSetVersion> rows) {
        List<VersionInForce> valid = new ArrayList<>();
        for (TierSetVersion row : rows) {
            Optional<TierSet> set = documents.read(row);
            List<Fault> faults = documents.faults(row);
            if (set.isPresent() && faults.isEmpty()) {
                Instant from = Objects.requireNonNull(row.life().effectiveFrom(), "a published version has a time");
                valid.add(new VersionInForce(row.version(), set.get(), from));
            } else {
                LOG.warnf("a version of the tier set cannot be evaluated: version=%d why=%s", row.version(), faults);
                alarms.raise("tier-set-failed", "version=" + row.version());
            }
        }
        return valid.isEmpty() ? NONE : new TierSetVersions(valid, false);
    }
}
