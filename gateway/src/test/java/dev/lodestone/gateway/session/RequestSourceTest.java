package dev.lodestone.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSourceTest {
    private static final String HERE = "loyalty.example.com:8443";

    @ParameterizedTest
    @CsvSource({
        "GET, same-origin, , false, true",
        "GET, none, , false, true",
        "GET, cross-site, , true, false",
        "GET, same-site, , true, false",
        "POST, same-origin, , true, true",
        "POST, same-origin, , false, false",
        "POST, none, , true, false",
        "POST, cross-site, , true, false",
        "DELETE, same-site, https://loyalty.example.com:8443, true, false",
    })
    void G11_shouldBelieveTheBrowserWhereAPageComesFrom(
            String method, String fetchSite, String origin, boolean marked, boolean accepted) {
        assertThat(new RequestSource(method, fetchSite, origin, HERE, marked)
                        .fault()
                        .isEmpty())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "null",
                "https://loyalty.example.com",
                "https://evil-loyalty.example.com:8443",
                "https://loyalty.example.com:8443.evil.example.com"
            })
    void G11_shouldCompareTheOriginForBrowsersThatSayNothingElse(String origin) {
        assertThat(new RequestSource("POST", null, origin, HERE, true).fault()).isPresent();
        assertThat(new RequestSource("GET", null, origin, HERE, true).fault()).isPresent();
    }

    @Test
    void G11_shouldAcceptTheOwnOrigin() {
        assertThat(new RequestSource("POST", null, "https://" + HERE, HERE, true).fault())
                .isEmpty();
    }

    @Test
    void G11_shouldNeedTheMarkWhereABrowserSaysNothing() {
        assertThat(new RequestSource("POST", null, null, HERE, false).fault()).isPresent();
        assertThat(new RequestSource("POST", null, null, HERE, true).fault()).isEmpty();
    }
}
