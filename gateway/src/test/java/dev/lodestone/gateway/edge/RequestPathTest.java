package dev.lodestone.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/points/v1/%2e%2e/%2e%2e/%2e%2e/q/metrics",
                "/api/points/v1/%2E./x",
                "/api/points/v1/../x",
                "/api/points/./v1",
                "/api/points/..",
                "/api/points/v1/..;a=b/x",
                "/api/points/v1/%2e%2e;/x",
                "/api/points/v1/..%3b/x",
                "/api/points/v1/..%2fx",
                "/api/points/v1/a%2Fb",
                "/api/points/v1/..%5cx",
                "/api/points/v1/a%5Cb",
                "/api/points\\v1",
                "//api/points",
                "/api//points",
                "/api/points/v1//",
                "/api/points/v1/%252e%252e/x",
                "/api/points/v1/%25252e%25252e/x",
                "/api/points/v1/a%252fb",
                "/api/points/v1/a%00b",
                "/api/points/v1/a%0d%0ab",
                "/api/points/v1/a%2500b",
                "/api/points/v1/%c0%ae%c0%ae/x",
                "/api/points/v1/%ff",
                "/api/points/v1/%",
                "/api/points/v1/%2",
                "/api/points/v1/%zz",
                "/api/points#v1",
                "",
                "*",
                "api/points"
            })
    void shouldRefuseAPathThatCouldBeReadAsAnother(String path) {
        assertThat(RequestPath.fault(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/",
                "/api/points/v1/me/statement.csv",
                "/api/points/v1/me/statement%2ecsv",
                "/api/points/v1/members/crm:00017/balance",
                "/api/points/v1/members/crm%3A00017/balance",
                "/api/points/v1/members/crm:%E9%9D%A2/balance",
                "/api/points/v1/members/crm:a;b/balance",
                "/api/points/v1/members/crm:%23b/balance",
                "/api/points/v1/members/crm:...",
                "/api/points/v1/members/crm:100%25",
                "/api/points/v1/members/crm:100%25x"
            })
    void shouldPassAPathThatHasOneReading(String path) {
        assertThat(RequestPath.fault(path)).isEmpty();
    }
}
