package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.account.PasswordRules.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @Test
    void sevenCharactersAreTooShort() {
        assertThat(PasswordRules.fault("k7-wq!zu", "ann", "ann@example.org")).isEmpty();
        assertThat(PasswordRules.fault("k7-wq!z", "ann", "ann@example.org")).contains(Fault.SHORT);
    }

    @Test
    void lengthCountsCharactersNotBytes() {
        assertThat(PasswordRules.fault("пароль7ж", "ann", "")).isEmpty();
        assertThat(PasswordRules.fault("😀😁😂😃", "ann", "")).contains(Fault.SHORT);
        assertThat(PasswordRules.fault("ж".repeat(127) + "z", "ann", "")).isEmpty();
        assertThat(PasswordRules.fault("ж".repeat(128) + "z", "ann", "")).contains(Fault.LONG);
    }

    @Test
    void emptyPasswordIsMissing() {
        assertThat(PasswordRules.fault(null, "ann", "")).contains(Fault.MISSING);
        assertThat(PasswordRules.fault("", "ann", "")).contains(Fault.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PassWord1", "12345678", "iloveyou1", "qwertyuiop", "aaaaaaaaaaaa"})
    void commonPasswordIsRefusedInAnyCase(String common) {
        assertThat(PasswordRules.fault(common, "ann", "")).contains(Fault.COMMON);
    }

    @Test
    void listHasOverThreeThousandPasswords() {
        assertThat(PasswordRules.commonPasswords()).isGreaterThan(3_000);
    }

    @Test
    void ownNameIsRefused() {
        assertThat(PasswordRules.fault("Alexandra", "alexandra", "x@example.org"))
                .contains(Fault.PERSONAL);
        assertThat(PasswordRules.fault("alex.green", "al", "Alex.Green@example.org"))
                .contains(Fault.PERSONAL);
    }
}
