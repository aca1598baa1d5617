package dev.lodestone.points.ledger.verification;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.blocks.BlockService;
import dev.lodestone.points.ledger.checks.AccountStageService;
import dev.lodestone.points.ledger.checks.BlockStageService;
import dev.lodestone.points.ledger.checks.Finding;
import dev.lodestone.points.ledger.checks.HeadStageService;
import dev.lodestone.points.ledger.checks.KeyCheck;
import dev.lodestone.points.ledger.checks.Page;
import dev.lodestone.points.ledger.checks.TrustedKeys;
import dev.lodestone.points.ledger.checks.VerificationConfig;
import dev.lodestone.points.ledger.orderchecks.OrderStageService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the ledger stage by stage and page by page. The progress is stored in the database, so any replica can continue an interrupted
 * verification. A page that fails too often ends it. No connection is held while a page is computed.
 */
@ApplicationScoped
class VerificationService {
    private static final String BY_SCHEDULE = "schedule";

    private final Transactions transactions;
    private final BlockService blocks;
    private final BlockStageService blockStage;
    private final HeadStageService headStage;
    private final AccountStageService accountStage;
    private final OrderStageService orderStage;
    private final ProgramStageService programStage;
    private final UnsealedStageService unsealedStage;
    private final DefinitionStageRepository definitions;
    private final VerificationRepository verifications;
    private final VerificationConfig config;
    private final Alarms alarms;
    private final Clock clock;

    VerificationService(
            Transactions transactions,
            BlockService blocks,
            BlockStageService blockStage,
            HeadStageService headStage,
            AccountStageService accountStage,
            OrderStageService orderStage,
            ProgramStageService programStage,
            UnsealedStageService unsealedStage,
            DefinitionStageRepository definitions,
            VerificationRepository verifications,
            VerificationConfig config,
            Alarms alarms,
            Clock clock) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.blockStage = blockStage;
        this.headStage = headStage;
        this.accountStage = accountStage;
        this.orderStage = orderStage;
        this.programStage = programStage;
        this.unsealedStage = unsealedStage;
        this.definitions = definitions;
        this.verifications = verifications;
        this.config = config;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Requests a verification of everything that is sealed by now.
     *
     * @throws ProblemException 409 {@code verification-running}
     */
    Uni<VerificationView> request(SqlConnection tx, String requestedBy) {
        UUID id = Ids.next();
        return verifications.add(tx, id, requestedBy, clock.instant()).chain(added -> {
            if (!added) {
                throw new ProblemException(VerificationProblems.VERIFICATION_RUNNING, "Wait until it has ended");
            }
            return find(tx, id);
        });
    }

    /** Requests a verification if the scheduled interval since the last request has passed. */
    Uni<Void> requestByInterval() {
        if (config.every().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions.run(tx -> verifications
                .requestedSince(tx, clock.instant().minus(config.every().get()))
                .chain(lately -> lately
                        ? Uni.createFrom().voidItem()
                        : verifications
                                .add(tx, Ids.next(), BY_SCHEDULE, clock.instant())
                                .replaceWithVoid()));
    }

    /** The newest verifications before {@code before}, at most {@code limit}, without their findings. */
    Uni<List<VerificationView>> list(SqlConnection connection, @Nullable UUID before, int limit) {
        return verifications.list(connection, before, limit);
    }

    /** @throws ProblemException 404 {@code verification-unknown} */
    Uni<VerificationView> find(SqlConnection connection, UUID id) {
        return verifications
                .find(connection, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        VerificationProblems.VERIFICATION_UNKNOWN, "Use the id from the answer to the request")));
    }

    /**
     * Checks the next page of the running verification.
     *
     * @return true if there is another page to check now
     */
    Uni<Boolean> checkPage() {
        return transactions
                .run(tx -> verifications.claim(tx, config.lease()))
                .chain(running -> running.isEmpty()
                        ? Uni.createFrom().item(false)
                        : check(running.get()).onFailure().recoverWithUni(failure -> failed(running.get(), failure)));
    }

    private Uni<Boolean> check(Verification running) {
        return page(running)
                .ifNoItem()
                .after(config.lease())
                .fail()
                .chain(page -> transactions.run(tx -> write(tx, running, page)))
                .replaceWith(true);
    }

    private Uni<Page> page(Verification running) {
        return switch (running.stage()) {
            case KEYS ->
                transactions
                        .read(blocks::keys)
                        .chain(keys -> trusted().map(trusted -> {
                            List<Finding> findings = new ArrayList<>(KeyCheck.of(keys));
                            findings.addAll(trusted.check(keys));
                            return Page.last(findings);
                        }));
            case BLOCKS -> blockStage.postings(running.position(), running.blocks());
            case ENTRIES -> blockStage.entries(running.position());
            case HEADS -> trusted().chain(trusted -> headStage.page(running.position(), trusted));
            case ACCOUNTS -> accountStage.page(running.position());
            case ORDERS -> orderStage.page(running.position());
            case PROGRAMS -> programStage.page(running.position());
            case UNSEALED -> unsealedStage.page();
            case DEFINITIONS ->
                transactions.read(connection -> definitions
                        .rules(connection)
                        .chain(rules -> definitions.rewards(connection).map(rewards -> {
                            List<Finding> findings = new ArrayList<>(rules);
                            findings.addAll(rewards);
                            return Page.last(findings);
                        })));
        };
    }

    private Uni<TrustedKeys> trusted() {
        return Uni.createFrom()
                .item(() -> TrustedKeys.of(config))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Void> write(SqlConnection tx, Verification running, Page page) {
        boolean stageDone = page.next() == null;
        boolean last = stageDone && running.stage() == Stage.UNSEALED;
        Stage stage = stageDone && !last ? Stage.values()[running.stage().ordinal() + 1] : running.stage();
        String position = page.next() == null ? last ? "done" : "" : page.next();
        return verifications
                .advance(tx, running, stage, position, page)
                .chain(mine -> mine
                        ? verifications
                                .keep(tx, running.id(), page.findings(), config.findingsKept())
                                .chain(() -> last
                                        ? finish(tx, running)
                                        : Uni.createFrom().voidItem())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> finish(SqlConnection tx, Verification running) {
        return verifications
                .finish(tx, running.id(), clock.instant())
                .invoke(findings -> {
                    if (findings > 0) {
                        alarms.raise("book-tampered", "verification=" + running.id() + " findings=" + findings);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> failed(Verification running, Throwable failure) {
        String reason = running.stage() + " at " + (running.position().isEmpty() ? "its beginning" : running.position())
                + ": " + failure;
        return transactions
                .run(tx -> verifications.fail(tx, running.id(), reason, config.attemptsMax(), clock.instant()))
                .invoke(ended -> {
                    if (ended) {
                        alarms.raise("verification-failed", "verification=" + running.id());
                    }
                })
                .replaceWith(false);
    }
}
