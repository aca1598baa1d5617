package dev.lodestone.points.verification;

import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.sealing.Block;
import dev.lodestone.points.sealing.BlockService;
import dev.lodestone.points.sealing.SealedPosting;
import dev.lodestone.points.sealing.SealingKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the book a bounded batch at a time, first the blocks and the postings in them, then the accounts. How far it is stands in the
 * database, so a check that is broken off goes on where it was, on any replica.
 */
@ApplicationScoped
class VerificationService {
    private final Transactions transactions;
    private final BlockService blocks;
    private final VerificationRepository verifications;
    private final VerificationConfig config;
    private final Clock clock;

    VerificationService(
            Transactions transactions,
            BlockService blocks,
            VerificationRepository verifications,
            VerificationConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.verifications = verifications;
        this.config = config;
        this.clock = clock;
    }

    /** A block's range and what was found in it. */
    private record Checked(long postings, List<Finding> findings) {}

    /**
     * Asks for a check of all that is sealed by now.
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

    /** @throws ProblemException 404 {@code verification-unknown} */
    Uni<VerificationView> find(SqlConnection connection, UUID id) {
        return verifications
                .find(connection, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        VerificationProblems.VERIFICATION_UNKNOWN, "Take the id from the answer to the request")));
    }

    /**
     * Checks the next batch of the check that runs.
     *
     * @return whether there is more to do at once
     */
    Uni<Boolean> checkBatch() {
        return transactions.run(tx -> verifications
                .next(tx)
                .chain(running -> running.isEmpty()
                        ? Uni.createFrom().item(false)
                        : checkNext(tx, running.get()).replaceWith(true)));
    }

    private Uni<Void> checkNext(SqlConnection tx, Verification running) {
        return running.blocksDone() < running.blocks() ? checkBlocks(tx, running) : checkAccounts(tx, running);
    }

    private Uni<Void> checkBlocks(SqlConnection tx, Verification running) {
        long from = running.blocksDone() + 1;
        int count = (int) Math.min(config.blockBatchSize(), running.blocks() - running.blocksDone());
        long until = from + count - 1;
        // One more in front, which the first of the batch must name.
        return blocks.keys(tx)
                .chain(keys -> blocks.blocks(tx, from - 1, count + 1)
                        .map(found -> found.stream()
                                .filter(block -> block.number() <= until)
                                .toList())
                        .chain(found -> checkEach(tx, found, from, until, keys)))
                .chain(checked -> {
                    long postings =
                            checked.stream().mapToLong(Checked::postings).sum();
                    List<Finding> findings = checked.stream()
                            .flatMap(one -> one.findings().stream())
                            .toList();
                    return verifications
                            .keep(tx, running.id(), findings, config.findingsKept())
                            .chain(() -> verifications.blocksDone(tx, running.id(), until, postings, findings.size()));
                });
    }

    private Uni<List<Checked>> checkEach(
            SqlConnection tx, List<Block> found, long from, long until, List<SealingKey> keys) {
        List<Finding> missing = new ArrayList<>(from == 1 ? KeyCheck.of(keys) : List.of());
        for (long number = from; number <= until; number++) {
            long wanted = number;
            if (found.stream().noneMatch(block -> block.number() == wanted)) {
                missing.add(Finding.ofBlock(FindingKind.BLOCK_MISSING, wanted, "there is no block of this number"));
            }
        }
        return Multi.createFrom()
                .items(IntStream.range(0, found.size())
                        .filter(i -> found.get(i).number() >= from)
                        .boxed())
                .onItem()
                .transformToUniAndConcatenate(i -> checkBlock(tx, i == 0 ? null : found.get(i - 1), found.get(i), keys))
                .collect()
                .asList()
                .map(checked -> {
                    checked.add(new Checked(0, missing));
                    return checked;
                });
    }

    private Uni<Checked> checkBlock(SqlConnection tx, @Nullable Block before, Block block, List<SealingKey> keys) {
        BlockCheck check = new BlockCheck(block);
        check.checkSeal(before, keys);
        if (!check.namesPostings()) {
            return Uni.createFrom().item(new Checked(0, check.findings()));
        }
        return checkRange(tx, before, block, check)
                .call(() -> check.unseen().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : blocks.named(tx, check.unseen()).invoke(check::checkUnseen))
                .map(nothing -> new Checked(block.header().postings(), check.findings()));
    }

    /** Where the block before is gone it is not known where this one begins: then its postings are looked up one by one. */
    private Uni<Void> checkRange(SqlConnection tx, @Nullable Block before, Block block, BlockCheck check) {
        if ((before == null ? 0 : before.number()) + 1 != block.number()) {
            return Uni.createFrom().voidItem();
        }
        SealedPosting.Place after = before == null ? SealedPosting.Place.START : before.last();
        return blocks.postings(tx, after, block.last(), block.header().postings() + config.insertedMax())
                .invoke(check::checkPostings)
                .replaceWithVoid();
    }

    private Uni<Void> checkAccounts(SqlConnection tx, Verification running) {
        return verifications
                .accounts(tx, running.afterMember(), running.afterAsset(), config.accountBatchSize())
                .chain(lines -> lines.isEmpty()
                        ? verifications.finish(tx, running.id(), clock.instant())
                        : checkAccounts(tx, running, lines));
    }

    private Uni<Void> checkAccounts(SqlConnection tx, Verification running, List<AccountLine> lines) {
        List<Finding> findings = lines.stream()
                .filter(line -> !line.agrees())
                .map(AccountLine::finding)
                .toList();
        return verifications
                .keep(tx, running.id(), findings, config.findingsKept())
                .chain(() ->
                        verifications.accountsDone(tx, running.id(), lines.getLast(), lines.size(), findings.size()));
    }
}
