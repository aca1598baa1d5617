package dev.lodestone.e2e;

import static org.awaitility.Awaitility.await;

import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.orders.OrderCompleted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Carol, who has bought something, has a gift that expires, and a note with a script in it. To prepare her again changes nothing. */
final class DemoMember {
    static final String NAME = "carol";
    /** A text that would run as a script wherever a page took it for markup. */
    static final String HOSTILE = "<img src=x onerror=\"window.hostile=1\"><script>window.hostile=1</script>";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** More than the tests redeem: the points that expire first are spent first. */
    private static final long GIFT = 400;
    /** The last day on which the gift can be spent; its end is that of the day in Shanghai. */
    private static final LocalDate LAST_DAY = LocalDate.now(ZoneOffset.UTC).plusDays(40);

    private DemoMember() {}

    /** Returns a client of the API as Carol. */
    static GatewayClient prepare(Ports ports) {
        GatewayClient carol = GatewayClient.login(ports, NAME);
        MemberId member = MemberId.of(carol.memberReference());
        try (Shop shop = new Shop(ports.kafkaBootstrapServers())) {
            shop.publish(
                    "members",
                    member,
                    daysAgo(40),
                    new MemberRegistered(
                            new MemberProfile("Carol", "carol@lodestone.example", true, null, null, null)));
            shop.publish("orders", member, daysAgo(30), order("page-1", 120_000));
            shop.publish("orders", member, daysAgo(2), order("page-2", 5_000));
        }
        GatewayClient.login(ports, "olivia")
                .post(
                        "/api/points/v1/members/" + carol.memberReference() + "/postings",
                        "page-gift-" + LAST_DAY,
                        gift())
                .orFail();
        await("the points of the orders, and the level").atMost(PATIENCE).until(() -> {
            var me = carol.get("/api/me").orFail();
            return me.at("/tier/growth").asLong() > 0
                    && carol.get("/api/points/v1/me/statement")
                            .orFail()
                            .toString()
                            .contains("page-2")
                    && carol.get("/api/points/v1/me/statement")
                            .orFail()
                            .toString()
                            .contains("page-1");
        });
        return carol;
    }

    static long balance(GatewayClient carol) {
        return carol.get("/api/points/v1/me/balance").orFail().path("balance").asLong();
    }

    private static OrderCompleted order(String id, long amountMinor) {
        return new OrderCompleted(id, new Money(amountMinor, "CNY"), null, "store");
    }

    private static Map<String, Object> gift() {
        return Map.of(
                "from",
                Map.of("account", "ISSUED", "asset", "POINTS"),
                "to",
                Map.of("account", "AVAILABLE", "asset", "POINTS"),
                "amount",
                GIFT,
                "note",
                HOSTILE,
                "expiresAt",
                LAST_DAY + "T15:59:59Z");
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }
}
