package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.tier.jobs.EarlierTransactionService;
import dev.lodestone.tier.jobs.Job;
import dev.lodestone.tier.jobs.JobPageService;
import dev.lodestone.tier.jobs.PageNotReadyException;
import dev.lodestone.tier.versions.Rollout;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Has all members decided again, page by page, after a version of the tier set was published: {@link DueJob} then finds when each level changes by
 * it, which may lie ahead, and notifies of losses. A member with a fact since the publication knows of it anyway. To mark a member twice
 * changes nothing.
 *
 * <p>A transaction may have read the versions before the publication and enrol or decide a member after it: its rows are not to be seen yet, or it
 * would overwrite the mark. So the first page waits until all have ended that were in progress when the job began. Every transaction that decides
 * writes or locks a row before it reads the versions, which makes it one of these.
 */
@ApplicationScoped
class RolloutService implements JobPageService {
    /**
     * What the job has come to.
     *
     * @param begun the moment at which it began, after the publication; null before
     */
    @RegisterForReflection
    record Progress(@Nullable String begun) {}

    private final Transactions transactions;
    private final EarlierTransactionService earlier;
    private final MemberTierRepository tiers;
    private final DueConfig config;
    private final Json json;
    private final Clock clock;

    RolloutService(
            Transactions transactions,
            EarlierTransactionService earlier,
            MemberTierRepository tiers,
            DueConfig config,
            Json json,
            Clock clock) {
        this.transactions = transactions;
        this.earlier = earlier;
        this.tiers = tiers;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Rollout.KIND;
    }

    /** Members whom a version never reached would keep a wrong level until their next fact. */
    @Override
    public boolean neverGivesUp() {
        return true;
    }

    @Override
    public Uni<Page> page(Job job) {
        return transactions.read(connection -> job.position().isEmpty()
                ? firstPage(connection, job)
                : page(connection, job, UUID.fromString(job.position())));
    }

    private Uni<Page> firstPage(SqlConnection connection, Job job) {
        String begun = json.read(job.result(), Progress.class).begun();
        if (begun == null) {
            return earlier.mark(connection)
                    .map(mark -> new Page(
                            "",
                            0,
                            json.write(new Progress(mark)),
                            tx -> Uni.createFrom().voidItem()));
        }
        return earlier.haveEnded(connection, begun).chain(ended -> {
            if (!ended) {
                throw new PageNotReadyException("transactions from before the publication are in progress");
            }
            return page(connection, job, null);
        });
    }

    private Uni<Page> page(SqlConnection connection, Job job, @Nullable UUID after) {
        return tiers.page(connection, after, config.rolloutPageSize()).map(members -> page(job, after, members));
    }

    private Page page(Job job, @Nullable UUID after, List<MemberId> members) {
        if (members.isEmpty()) {
            return new Page(null, 0, job.result(), tx -> Uni.createFrom().voidItem());
        }
        UUID last = members.getLast().value();
        return new Page(
                last.toString(), members.size(), job.result(), tx -> tiers.beDue(tx, after, last, clock.instant()));
    }
}
