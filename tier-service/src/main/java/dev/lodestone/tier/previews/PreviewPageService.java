package dev.lodestone.tier.previews;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.sql.Pipeline;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.tier.awards.AwardService;
import dev.lodestone.tier.growth.FactService;
import dev.lodestone.tier.growth.FactService.Known;
import dev.lodestone.tier.history.Award;
import dev.lodestone.tier.jobs.Job;
import dev.lodestone.tier.jobs.JobPageService;
import dev.lodestone.tier.qualification.DecisionService;
import dev.lodestone.tier.qualification.MemberTier;
import dev.lodestone.tier.tiersets.TierSetVersions;
import dev.lodestone.tier.versions.TierSetService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares the levels of a page of members. It reads them and their facts, gives the connection back, and computes on a worker thread. */
@ApplicationScoped
class PreviewPageService implements JobPageService {
    private final Transactions transactions;
    private final TierSetService tierSets;
    private final DecisionService decisions;
    private final FactService facts;
    private final AwardService awards;
    private final MoveRepository moves;
    private final PreviewConfig config;
    private final Json json;

    PreviewPageService(
            Transactions transactions,
            TierSetService tierSets,
            DecisionService decisions,
            FactService facts,
            AwardService awards,
            MoveRepository moves,
            PreviewConfig config,
            Json json) {
        this.transactions = transactions;
        this.tierSets = tierSets;
        this.decisions = decisions;
        this.facts = facts;
        this.awards = awards;
        this.moves = moves;
        this.config = config;
        this.json = json;
    }

    /** What is read for a page. */
    private record Read(
            TierSetVersions published, List<MemberTier> tiers, Known facts, Map<MemberId, List<Award>> awards) {}

    @Override
    public String kind() {
        return PreviewService.KIND;
    }

    @Override
    public Uni<Page> page(Job job) {
        return transactions
                .read(connection -> read(connection, job))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> page(job, read));
    }

    private Uni<Read> read(SqlConnection connection, Job job) {
        UUID after = job.position().isEmpty() ? null : UUID.fromString(job.position());
        return tierSets.published(connection)
                .chain(published -> decisions
                        .page(connection, after, config.pageSize())
                        .chain(tiers -> read(connection, published, tiers)));
    }

    private Uni<Read> read(SqlConnection connection, TierSetVersions published, List<MemberTier> tiers) {
        List<MemberId> members = tiers.stream().map(MemberTier::member).toList();
        return Pipeline.both(
                facts.known(connection, members),
                awards.of(connection, members),
                (known, given) -> new Read(published, tiers, known, given));
    }

    private Page page(Job job, Read read) {
        if (read.tiers().isEmpty()) {
            return new Page(null, 0, job.result(), tx -> Uni.createFrom().voidItem());
        }
        Preview preview = json.read(job.request(), Preview.class);
        PreviewResult before = json.read(job.result(), PreviewResult.class);
        TierSetVersions candidate = preview.with(read.published());
        List<Move> compared = read.tiers().stream()
                .map(tier -> compare(read, candidate, tier, preview))
                .toList();
        List<Move> listed = compared.stream()
                .filter(Move::isMove)
                .limit(Math.max(0, config.listedMax() - before.listed()))
                .toList();
        MemberId last = read.tiers().getLast().member();
        return new Page(
                last.toString(),
                compared.size(),
                json.write(before.with(compared, listed.size())),
                tx -> moves.add(tx, job.id(), listed));
    }

    private static Move compare(Read read, TierSetVersions candidate, MemberTier tier, Preview preview) {
        return Move.of(
                tier,
                read.published(),
                candidate,
                versions -> read.facts().of(tier.member(), versions).growth(),
                read.awards().getOrDefault(tier.member(), List.of()),
                preview.at());
    }
}
