package dev.lodestone.platform.transactions;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.Problem;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.problem.ProblemMapper;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers the second of two concurrent requests that create something with the same name. */
public final class ConflictMapper {
    private static final String UNIQUE_VIOLATION = "23505";

    /** A violation of any other constraint is a defect. */
    @ServerExceptionMapper
    public RestResponse<Problem> conflict(ConstraintViolationException failure) {
        ProblemMapper problems = new ProblemMapper();
        return !UNIQUE_VIOLATION.equals(failure.getSQLState())
                ? problems.unexpected(failure)
                : problems.brokenRule(new ProblemException(
                        PlatformProblems.CONFLICT, "Read what is there now, then repeat the request"));
    }
}
