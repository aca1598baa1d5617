package dev.lodestone.platform.transactions;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.Problem;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.problem.ProblemMapper;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers the second of two who write a new thing of the same name at the same time. */
public final class ConflictMapper {
    private static final String UNIQUE_VIOLATION = "23505";

    /** Any other constraint is broken by a fault of ours. */
    @ServerExceptionMapper
    public RestResponse<Problem> conflict(ConstraintViolationException failure) {
        ProblemMapper problems = new ProblemMapper();
        return !UNIQUE_VIOLATION.equals(failure.getSQLState())
                ? problems.unexpected(failure)
                : problems.brokenRule(new ProblemException(
                        PlatformProblems.CONFLICT, "Read what is there now, then repeat the request"));
    }
}
