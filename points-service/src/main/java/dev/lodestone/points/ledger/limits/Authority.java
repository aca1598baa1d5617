package dev.lodestone.points.ledger.limits;

import dev.lodestone.platform.time.Ids;
import dev.lodestone.points.approvals.Proposal;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** On whose word something is moved. */
public sealed interface Authority {
    /** As much as one name may take of what is kept with a posting, where two have to fit. */
    int NAME_LENGTH_MAX = 90;

    /** The names that are kept with the posting. */
    String actor();

    /** The id of what caused the posting: the proposal if there was one. */
    UUID causeId();

    /**
     * One who acts alone, within the limits of their capabilities.
     *
     * @param actor stable name of the caller
     * @param capabilities roles of the caller
     * @param causeId a new id
     */
    record Alone(String actor, Set<String> capabilities, UUID causeId) implements Authority {
        public Alone {
            capabilities = Set.copyOf(capabilities);
        }

        public static Alone of(String actor, Set<String> capabilities) {
            return new Alone(actor, capabilities, Ids.next());
        }
    }

    /** Two persons: no limit. */
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
