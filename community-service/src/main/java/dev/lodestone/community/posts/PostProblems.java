package dev.lodestone.community.posts;

import dev.lodestone.platform.problem.ProblemType;

/** What posts refuse. */
enum PostProblems implements ProblemType {
    POST_UNKNOWN("post-unknown", 404, "There is no such post"),
    NOT_AUTHOR("not-author", 403, "Only its author or a moderator may remove a post");

    private final String slug;
    private final int status;
    private final String title;

    PostProblems(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
