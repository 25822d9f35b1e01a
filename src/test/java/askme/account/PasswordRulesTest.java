package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.account.PasswordRules.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> SITE = List.of("AskMe", "Gardeners", "example.org", "example", "org");

    @Test
    void sevenCharactersAreTooShort() {
        assertThat(PasswordRules.fault("k7-wq!zu", "ann", "ann@example.org", SITE))
                .isEmpty();
        assertThat(PasswordRules.fault("k7-wq!z", "ann", "ann@example.org", SITE))
                .contains(Fault.SHORT);
    }

    @Test
    void lengthCountsCharactersNotBytes() {
        assertThat(PasswordRules.fault("пароль7ж", "ann", "", SITE)).isEmpty();
        assertThat(PasswordRules.fault("😀😁😂😃", "ann", "", SITE)).contains(Fault.SHORT);
        assertThat(PasswordRules.fault("ж".repeat(127) + "z", "ann", "", SITE)).isEmpty();
        assertThat(PasswordRules.fault("ж".repeat(128) + "z", "ann", "", SITE)).contains(Fault.LONG);
    }

    @Test
    void emptyPasswordIsMissing() {
        assertThat(PasswordRules.fault(null, "ann", "", SITE)).contains(Fault.MISSING);
        assertThat(PasswordRules.fault("", "ann", "", SITE)).contains(Fault.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PassWord1", "12345678", "iloveyou1", "qwertyuiop", "aaaaaaaaaaaa"})
    void commonPasswordIsRefusedInAnyCase(String common) {
        assertThat(PasswordRules.fault(common, "ann", "", SITE)).contains(Fault.COMMON);
    }

    @Test
    void listHasOverThreeThousandPasswords() {
        assertThat(PasswordRules.commonPasswords()).isGreaterThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AskMe-2026!", "askme-askme", "Gardeners1", "example.org", "gardenersgardeners"})
    void nameOfTheSiteIsRefused(String password) {
        assertThat(PasswordRules.fault(password, "ann", "", SITE)).contains(Fault.PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ask me about gardeners", "my gardeners plant roses", "ann-7719-2288-5151", "annika and ann"})
    void nameMayBeAPartOfAPassword(String password) {
        assertThat(PasswordRules.fault(password, "ann", "ann@example.org", SITE))
                .isEmpty();
    }

    @Test
    void ownNameIsRefused() {
        assertThat(PasswordRules.fault("alexandra1999", "alexandra", "", SITE)).contains(Fault.PERSONAL);
        assertThat(PasswordRules.fault("Alexandra", "alexandra", "x@example.org", SITE))
                .contains(Fault.PERSONAL);
        assertThat(PasswordRules.fault("alex.green", "al", "Alex.Green@example.org", SITE))
                .contains(Fault.PERSONAL);
    }
}
