package dev.lodestone.platform.deadletters.operations;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How many dead letters will be handled again; the summary shows how far that is. */
@RegisterForReflection
public record RedriveView(long requested) {}
