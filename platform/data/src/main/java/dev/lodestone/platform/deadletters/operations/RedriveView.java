package dev.lodestone.platform.deadletters.operations;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The number of dead letters that will be redriven; the summary shows the progress.
 *
 * {@snippet lang=json :
 * {"requested": 3}
 * }
 */
@RegisterForReflection
public record RedriveView(long requested) {}
