package dev.lodestone.platform.approvals;

import dev.lodestone.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Set;

/** What a service executes once a second operator has approved it. */
public interface ProposedWork {
    /** The kinds of proposals that it executes. */
    Set<String> kinds();

    /**
     * Executes an approved proposal in the transaction of its approval.
     *
     * @return what the proposed request answers by itself
     * @throws ProblemException as the proposed request throws it; then the proposal stays open
     */
    Uni<Object> execute(SqlConnection tx, Proposal approved, String approver);
}
