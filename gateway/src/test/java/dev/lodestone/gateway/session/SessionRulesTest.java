package dev.lodestone.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionRulesTest {
    private static final Optional<String> SECRET = Optional.of("s".repeat(SessionRules.SECRET_MIN));
    private static final Optional<String> SHORT = Optional.of("s".repeat(SessionRules.SECRET_MIN - 1));

    @Test
    void G11_shouldStartWithoutSignInWhenItIsOff() {
        assertThat(SessionRules.fault(false, Optional.empty(), Optional.empty()))
                .isNull();
    }

    @Test
    void G11_shouldNotSignInWithoutASecretOfTheClient() {
        assertThat(SessionRules.fault(true, Optional.empty(), SECRET)).contains("client-secret");
    }

    @Test
    void G11_shouldNotKeepTokensUnderAWeakKey() {
        assertThat(SessionRules.fault(true, SECRET, Optional.empty())).contains("encryption-secret");
        assertThat(SessionRules.fault(true, SECRET, SHORT)).contains("encryption-secret");
        assertThat(SessionRules.fault(true, SECRET, SECRET)).isNull();
    }
}
