package dev.lodestone.recall.profile;

import dev.lodestone.events.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some profiles that were looked at in the order of the member ids.
 *
 * @param members those of them who are in the audience, locked
 * @param last the last profile that was looked at, after which the next page begins; null if there are no more
 */
public record AudiencePage(List<MemberId> members, @Nullable MemberId last) {
    static final AudiencePage END = new AudiencePage(List.of(), null);

    public AudiencePage {
        members = List.copyOf(members);
    }
}
