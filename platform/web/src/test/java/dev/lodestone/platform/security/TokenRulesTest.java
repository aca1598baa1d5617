package dev.lodestone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(rules(Identities.ISSUER, "lodestone", null, false, "brand").fault())
                .isNull();
        assertThat(rules(null, "lodestone", SERVER, true, null).fault()).isNull();
    }

    @Test
    void shouldNotStartWhereForeignTokensWouldBeAccepted() {
        assertThat(rules(null, "lodestone", null, true, null).fault()).isNotNull();
        assertThat(rules(null, "lodestone", SERVER, false, null).fault()).isNotNull();
        assertThat(rules("any", "lodestone", SERVER, true, null).fault()).isNotNull();
        assertThat(rules(Identities.ISSUER, null, SERVER, true, null).fault()).isNotNull();
        assertThat(rules(Identities.ISSUER, "any", SERVER, true, null).fault()).isNotNull();
        assertThat(rules(Identities.ISSUER, "lodestone", SERVER, true, "a:b").fault())
                .isNotNull();
    }

    @Test
    void shouldRefuseEveryTokenWhenNothingNamesTheIssuer() {
        IssuerPin pin = new IssuerPin(Optional.empty());

        assertThatThrownBy(() -> augmented(pin, OURS)).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> augmented(pin, identity(Identities.ISSUER, "{}")))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void shouldAcceptTheDiscoveredOrConfiguredIssuerAlone() {
        String discovery = "{\"issuer\": \"" + Identities.ISSUER + "\"}";
        SecurityIdentity discovered = identity(Identities.ISSUER, discovery);

        assertThat(augmented(new IssuerPin(Optional.empty()), discovered)).isEqualTo(discovered);
        assertThat(augmented(new IssuerPin(Optional.of(Identities.ISSUER)), OURS))
                .isEqualTo(OURS);
        assertThatThrownBy(() ->
                        augmented(new IssuerPin(Optional.empty()), identity("https://other.example.com", discovery)))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> augmented(new IssuerPin(Optional.of("https://other.example.com")), discovered))
                .isInstanceOf(AuthenticationFailedException.class);
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
