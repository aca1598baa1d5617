package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.tier.jobs.Job;
import dev.lodestone.tier.jobs.JobPageService;
import dev.lodestone.tier.versions.Rollout;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Marks all members, page by page, to be decided at the time when a version of the tier set comes into force; {@link DueJob} decides them then.
 * A member with a fact since the publication knows of it anyway. To mark a member twice changes nothing.
 */
@ApplicationScoped
class RolloutService implements JobPageService {
    private final Transactions transactions;
    private final MemberTierRepository tiers;
    private final DueConfig config;
    private final Json json;

    RolloutService(Transactions transactions, MemberTierRepository tiers, DueConfig config, Json json) {
        this.transactions = transactions;
        this.tiers = tiers;
        this.config = config;
        this.json = json;
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
        Rollout rollout = json.read(job.request(), Rollout.class);
        if (members.isEmpty()) {
            return new Page(null, 0, job.result(), tx -> Uni.createFrom().voidItem());
        }
        UUID last = members.getLast().value();
        return new Page(
                last.toString(),
                members.size(),
                job.result(),
                tx -> tiers.beDue(tx, after, last, rollout.effectiveFrom()));
    }
}
