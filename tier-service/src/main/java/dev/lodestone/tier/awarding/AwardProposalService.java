package dev.lodestone.tier.awarding;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.approvals.Proposal;
import dev.lodestone.platform.approvals.ProposalService;
import dev.lodestone.platform.approvals.ProposedWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;

/** Decides on proposed awards and ends, and executes what is approved in the transaction of the approval. */
@ApplicationScoped
class AwardProposalService implements ProposedWork {
    static final Set<String> KINDS = Set.of(AwardingService.GIVE, AwardingService.END);
    /** Two names fit into the column of one. */
    private static final int NAME_LENGTH_MAX = 90;

    private final ProposalService proposals;
    private final AwardingService awarding;

    AwardProposalService(ProposalService proposals, AwardingService awarding) {
        this.proposals = proposals;
        this.awarding = awarding;
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public Uni<Object> execute(SqlConnection tx, Proposal approved, String approver) {
        ProposedAward asked = proposals.content(approved, ProposedAward.class);
        MemberId member = new MemberId(asked.memberId());
        String operators = "%s, approved by %s".formatted(shortened(approved.proposedBy()), shortened(approver));
        return asked.award() != null
                ? awarding.give(tx, member, asked.award(), operators, true)
                : awarding.end(
                        tx,
                        member,
                        Objects.requireNonNull(asked.awardId()),
                        Objects.requireNonNull(asked.end()),
                        operators,
                        true);
    }

    private static String shortened(String name) {
        return name.length() > NAME_LENGTH_MAX ? name.substring(0, NAME_LENGTH_MAX) : name;
    }
}
