package dev.lodestone.community.posts;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of requests about posts. */
final class PostProblems {
    static final ProblemType POST_UNKNOWN = new ProblemType("post-unknown", 404, "There is no such post");
    static final ProblemType NOT_AUTHOR =
            new ProblemType("not-author", 403, "Only the author or a moderator may remove a post");

    private PostProblems() {}
}
