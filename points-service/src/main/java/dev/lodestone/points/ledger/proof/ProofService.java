package dev.lodestone.points.ledger.proof;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.blocks.BlockService;
import dev.lodestone.points.ledger.blocks.SealedPosting;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Builds proofs. */
@ApplicationScoped
class ProofService {
    private final Transactions transactions;
    private final BlockService blocks;
    private final ProofConfig config;

    private record Found(StatementPage page, List<SealingKey> keys) {}

    ProofService(Transactions transactions, BlockService blocks, ProofConfig config) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.config = config;
    }

    /**
     * Proves the sealed postings of an account after number {@code after}, at most {@code limit}. Each block is read separately and hashed
     * without a connection, because a hundred blocks take a while.
     */
    Uni<String> prove(MemberId member, Asset asset, long after, int limit) {
        return transactions
                .read(connection -> find(connection, member, asset, after, limit))
                .chain(found -> proofs(found.page())
                        .map(proofs -> new ProofDocument(
                                        member.value(), asset.name(), after, found.page(), found.keys(), proofs)
                                .json()));
    }

    private Uni<Found> find(SqlConnection connection, MemberId member, Asset asset, long after, int limit) {
        return blocks.statement(connection, member.value(), asset.name(), after, limit + 1)
                .map(lines -> StatementPage.of(lines, limit, config.blocksMax()))
                .chain(page -> blocks.keys(connection).map(keys -> new Found(page, keys)));
    }

    /** Reads one block after the other, so that the leaves of only one block are in memory. */
    private Uni<List<BlockProof>> proofs(StatementPage page) {
        return Multi.createFrom()
                .iterable(page.byBlock().entrySet())
                .onItem()
                .transformToUniAndConcatenate(this::proof)
                .collect()
                .asList();
    }

    private Uni<BlockProof> proof(Map.Entry<Long, List<SealedPosting>> entry) {
        return transactions
                .read(connection -> blocks.blocks(connection, Chain.POSTINGS, entry.getKey(), 1))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> BlockProof.of(found.getFirst(), entry.getValue()));
    }
}
