package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.tier.jobs.Job;
import dev.lodestone.tier.jobs.JobPageService;
import dev.lodestone.tier.versions.Rollout;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Has all members decided again, page by page, after a version of the tier set was published: {@link DueJob} then finds when each level changes by
 * it, which may lie ahead, and notifies of losses. A member with a fact since the publication knows of it anyway. To mark a member twice
 * changes nothing.
 */
@ApplicationScoped
class RolloutService implements JobPageService {
    private final Transactions transactions;
    private final MemberTierRepository tiers;
    private final DueConfig config;
    private final Clock clock;

    RolloutService(Transactions transactions, MemberTierRepository tiers, DueConfig config, Clock clock) {
        this.transactions = transactions;
        this.tiers = tiers;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Rollout.KIND;
    }

    @Override
    public Uni<Page> page(Job job) {
        UUID after = job.position().isEmpty() ? null : UUID.fromString(job.position());
        return transactions
                .read(connection -> tiers.page(connection, after, config.rolloutPageSize()))
                .map(members -> page(job, after, members));
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
