package dev.lodestone.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenRulesTest {
    private static final String SERVER = "https://identity.example.com";
    private static final SecurityIdentity OURS = identity(Identities.ISSUER, null);

    @Test
    void shouldStartWithAPinnedOrADiscoveredIssuer() {
        assertNull(rules(Identities.ISSUER, "lodestone", null, false, "brand").fault());
        assertNull(rules(null, "lodestone", SERVER, true, null).fault());
    }

    @Test
    void shouldNotStartWhereForeignTokensWouldBeAccepted() {
        assertNotNull(rules(null, "lodestone", null, true, null).fault());
        assertNotNull(rules(null, "lodestone", SERVER, false, null).fault());
        assertNotNull(rules("any", "lodestone", SERVER, true, null).fault());
        assertNotNull(rules(Identities.ISSUER, null, SERVER, true, null).fault());
        assertNotNull(rules(Identities.ISSUER, "any", SERVER, true, null).fault());
        assertNotNull(rules(Identities.ISSUER, "lodestone", SERVER, true, "a:b").fault());
    }

    @Test
    void shouldRefuseEveryTokenWhenNothingNamesTheIssuer() {
        IssuerPin pin = new IssuerPin(Optional.empty());

        assertThrows(AuthenticationFailedException.class, () -> augmented(pin, OURS));
        assertThrows(AuthenticationFailedException.class, () -> augmented(pin, identity(Identities.ISSUER, "{}")));
    }

    @Test
    void shouldAcceptTheDiscoveredOrConfiguredIssuerAlone() {
        String discovery = "{\"issuer\": \"" + Identities.ISSUER + "\"}";
        SecurityIdentity discovered = identity(Identities.ISSUER, discovery);

        assertEquals(discovered, augmented(new IssuerPin(Optional.empty()), discovered));
        assertEquals(OURS, augmented(new IssuerPin(Optional.of(Identities.ISSUER)), OURS));
        assertThrows(
                AuthenticationFailedException.class,
                () -> augmented(new IssuerPin(Optional.empty()), identity("https://other.example.com", discovery)));
        assertThrows(
                AuthenticationFailedException.class,
                () -> augmented(new IssuerPin(Optional.of("https://other.example.com")), discovered));
    }

    private static TokenRules rules(
            @Nullable String issuer,
            @Nullable String audience,
            @Nullable String server,
            boolean discovery,
            @Nullable String issuerName) {
        return new TokenRules(
                Optional.ofNullable(issuer),
                Optional.ofNullable(audience).map(List::of),
                Optional.ofNullable(server),
                discovery,
                Optional.ofNullable(issuerName));
    }

    private static SecurityIdentity identity(String issuer, @Nullable String discovery) {
        Map<String, String> claims = Map.of("iss", issuer, "sub", "alice");
        return discovery == null
                ? Identities.of(claims)
                : Identities.of(claims, new OidcConfigurationMetadata(new JsonObject(discovery)));
    }

    private static SecurityIdentity augmented(IssuerPin pin, SecurityIdentity identity) {
        return pin.augment(identity, task -> {
                    throw new AssertionError("nothing here blocks");
                })
                .await()
                .indefinitely();
    }
}
