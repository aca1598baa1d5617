package dev.lodestone.platform.deadletters.operations;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters, newest first.
 *
 * @param next cursor of the page that follows; {@code null} on the last
 */
@RegisterForReflection
public record DeadLetterPage(
        List<DeadLetterView> items, @Nullable String next) {
    public DeadLetterPage {
        items = List.copyOf(items);
    }
}
