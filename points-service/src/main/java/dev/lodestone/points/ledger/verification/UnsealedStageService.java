package dev.lodestone.points.ledger.verification;

import dev.lodestone.points.ledger.blocks.SealLag;
import dev.lodestone.points.ledger.blocks.SealingService;
import dev.lodestone.points.ledger.checks.Finding;
import dev.lodestone.points.ledger.checks.FindingKind;
import dev.lodestone.points.ledger.checks.Page;
import dev.lodestone.points.ledger.sealingkeys.SealingConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports rows that wait too long for their seal: until they have it, a change of them leaves no trace. */
@ApplicationScoped
class UnsealedStageService {
    private final SealingService sealing;
    private final SealingConfig config;
    private final Clock clock;

    UnsealedStageService(SealingService sealing, SealingConfig config, Clock clock) {
        this.sealing = sealing;
        this.config = config;
        this.clock = clock;
    }

    /** The only page of this stage. */
    Uni<Page> page() {
        return sealing.lag().map(lag -> Page.last(findings(lag, clock.instant())));
    }

    private List<Finding> findings(SealLag lag, Instant now) {
        Duration waiting = lag.waitingTime(now);
        return waiting.compareTo(config.unsealedMax()) <= 0
                ? List.of()
                : List.of(Finding.of(
                        FindingKind.UNSEALED,
                        lag.postings() + " postings are not sealed, and the oldest row has waited "
                                + waiting.toSeconds() + " seconds; read trouble in GET /api/points/v1/ledger/seal"));
    }
}
