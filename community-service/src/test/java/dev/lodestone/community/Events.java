package dev.lodestone.community;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import java.time.Instant;
import java.time.ZoneId;

/** Events as the CRM sends them. */
public final class Events {
    private Events() {}

    public static <F extends Fact> Event<F> at(Instant occurredAt, MemberId member, F fact) {
        return new Event<>(Ids.next().toString(), "/crm", member, occurredAt, fact, null, null);
    }

    public static MemberProfile profile(String name) {
        return profile(name, ZoneId.of("Europe/Berlin"));
    }

    public static MemberProfile profile(String name, ZoneId zone) {
        return new MemberProfile(name, "alice@example.com", true, null, zone, null);
    }
}
