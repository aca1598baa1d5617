package dev.lodestone.points.ledger.sealing;

import dev.lodestone.platform.audit.AuditEntry;
import dev.lodestone.platform.audit.AuditService;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.ledger.blocks.BlockHead;
import dev.lodestone.points.ledger.blocks.BlockService;
import dev.lodestone.points.ledger.blocks.Sealer;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.heads.HeadsService;
import dev.lodestone.points.ledger.heads.PublishedHead;
import dev.lodestone.points.ledger.sealingkeys.PrivateSealingKey;
import dev.lodestone.points.ledger.sealingkeys.SealingKeyProvider;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Resumes sealing after a restore: publishes a signed declaration outside the database that the chains end with the database. */
@ApplicationScoped
class ResumptionService {
    private final BlockService blocks;
    private final SealingKeyProvider holder;
    private final HeadsService heads;
    private final AuditService audit;
    private final SealingState state;
    private final Clock clock;

    ResumptionService(
            BlockService blocks,
            SealingKeyProvider holder,
            HeadsService heads,
            AuditService audit,
            SealingState state,
            Clock clock) {
        this.blocks = blocks;
        this.holder = holder;
        this.heads = heads;
        this.audit = audit;
        this.state = state;
        this.clock = clock;
    }

    /**
     * Publishes the declaration and records the actor. If the transaction fails afterwards, the line in the file is still true, and the
     * declaration can be repeated.
     *
     * @throws ProblemException 409 {@code sealing-not-stopped} if this process has not stopped sealing
     */
    Uni<List<PublishedHead>> resume(SqlConnection tx, String actor, String reason) {
        if (!state.stopped()) {
            throw new ProblemException(
                    SealingProblems.SEALING_NOT_STOPPED, "Read trouble in GET /api/points/v1/ledger/seal first");
        }
        return Uni.createFrom()
                .item(() -> holder.keys().orElseThrow())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(keys -> declarations(tx, keys.current(), actor, reason))
                .call(declared -> record(tx, declared, actor, reason))
                .call(declared -> heads.append(Chain.POSTINGS, of(declared, Chain.POSTINGS)))
                .call(declared -> heads.append(Chain.AUDIT, of(declared, Chain.AUDIT)));
    }

    private Uni<List<PublishedHead>> declarations(
            SqlConnection tx, PrivateSealingKey key, String actor, String reason) {
        Instant now = clock.instant();
        return blocks.last(tx, Chain.POSTINGS)
                .chain(postings -> blocks.last(tx, Chain.AUDIT).map(entries -> {
                    List<PublishedHead> declared = new ArrayList<>();
                    declared.add(BlockHead.resumed(
                            Chain.POSTINGS,
                            postings.map(Sealer.Head::of).orElse(Sealer.Head.NONE),
                            key,
                            actor,
                            reason,
                            now));
                    declared.add(BlockHead.resumed(
                            Chain.AUDIT,
                            entries.map(Sealer.Head::of).orElse(Sealer.Head.NONE),
                            key,
                            actor,
                            reason,
                            now));
                    return declared;
                }));
    }

    private Uni<Void> record(SqlConnection tx, List<PublishedHead> declared, String actor, String reason) {
        Map<Chain, Long> after = Map.of(
                Chain.POSTINGS,
                declared.getFirst().number(),
                Chain.AUDIT,
                declared.getLast().number());
        return audit.record(
                        tx, new AuditEntry(actor, "SEALING_RESUMED", "LEDGER", "seal", state.trouble(), after, reason))
                .chain(() -> Outbox.append(tx, declared.stream().map(heads::row).toList()));
    }

    private static List<PublishedHead> of(List<PublishedHead> declared, Chain chain) {
        return declared.stream().filter(head -> head.chain() == chain).toList();
    }
}
