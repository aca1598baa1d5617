package dev.lodestone.recall.profile;

import dev.lodestone.events.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of profiles, in the order of the member ids.
 *
 * @param members of the page who are in the audience, locked
 * @param last the last profile of the page, after which the next page begins; null if there are no more
 */
public record AudiencePage(List<MemberId> members, @Nullable MemberId last) {
    static final AudiencePage END = new AudiencePage(List.of(), null);

    public AudiencePage {
        members = List.copyOf(members);
    }
}
