package dev.lodestone.points.ledger.limits;

import dev.lodestone.platform.approvals.Proposal;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The actor or the approval that allows a movement. */
public sealed interface Authority {
    /** The maximum length of one name in the actor column, which must hold two names. */
    int NAME_LENGTH_MAX = 90;

    /** The name or names stored with the posting. */
    String actor();

    /** The id of the cause of the posting: the proposal, if there is one. */
    UUID causeId();

    /**
     * One actor who acts alone, within the limits of their capabilities.
     *
     * @param actor stable name of the caller
     * @param capabilities roles of the caller
     * @param causeId a new id
     */
    record Alone(String actor, Set<String> capabilities, UUID causeId) implements Authority {
        public Alone {
            capabilities = Set.copyOf(capabilities);
        }
    }

    /** Two operators: no limit applies. */
    record Approved(Proposal proposal) implements Authority {
        @Override
        public String actor() {
            String approver = Objects.requireNonNull(proposal.decidedBy(), "an approved proposal has an approver");
            return "%s, approved by %s".formatted(shortened(proposal.proposedBy()), shortened(approver));
        }

        @Override
        public UUID causeId() {
            return proposal.id();
        }
    }

    private static String shortened(String name) {
        return name.length() > NAME_LENGTH_MAX ? name.substring(0, NAME_LENGTH_MAX) : name;
    }
}
