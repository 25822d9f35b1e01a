package askme.member;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    record Form(@EmailAddress String email) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                " a.b+c@sub.example.org ",
                "idn@пример.рф",
                "a@xn--e1afmkfd.xn--p1ai",
                "x_y@ex-ample.co.uk",
                "o'neil@example.org",
                "a@例え.jp",
                "a@bücher.example",
                "a@пример。рф"
            })
    void reachableAddressIsTaken(String address) {
        assertThat(fault(address)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "x@[127.0.0.1]",
                "x@[IPv6:::1]",
                "x@127.0.0.1",
                "x@localhost",
                "no address",
                "@example.org",
                "a@",
                "a@@example.org",
                "a b@example.org",
                ".a@example.org",
                "a.@example.org",
                "a..b@example.org",
                "a@example..org",
                "a@-example.org",
                "a@example-.org",
                "a@example.o",
                "a@exa_mple.org",
                "a@straße.example",
                "\"a b\"@example.org",
                "a@example.org\u0000",
                "a@example.org\nbcc:x@example.org"
            })
    void unreachableAddressIsRefused(String address) {
        assertThat(fault(address)).startsWith("Enter a valid address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"анна@example.org", "ánna@пример.рф", "用户@例え.jp"})
    void localPartInAnotherAlphabetIsRefusedWithTheReason(String address) {
        assertThat(fault(address)).startsWith("Use Latin letters before the @");
    }

    @ParameterizedTest
    @CsvSource({
        "idn@пример.рф, idn@xn--e1afmkfd.xn--p1ai, idn@пример.рф",
        "IDN@ПРИМЕР.РФ, IDN@xn--e1afmkfd.xn--p1ai, IDN@пример.рф",
        "a@bu\u0308cher.example, a@xn--bcher-kva.example, a@bücher.example",
        "Anna@Example.ORG, Anna@Example.ORG, Anna@Example.ORG",
        "no address, no address, no address"
    })
    void bothSpellingsOfADomainHaveOneForm(String typed, String stored, String shown) {
        assertThat(EmailAddress.Check.clean(typed)).isEqualTo(stored);
        assertThat(EmailAddress.Check.clean(stored)).isEqualTo(stored);
        assertThat(EmailAddress.Check.readable(stored)).isEqualTo(shown);
    }

    @Test
    void nameOfAMachineIsEnoughInDevelopment() {
        assertThat(EmailAddress.Check.valid("a@localhost", true)).isTrue();
        assertThat(EmailAddress.Check.valid("a@localhost", false)).isFalse();
        assertThat(EmailAddress.Check.valid("a@[127.0.0.1]", true)).isFalse();
    }

    private static String fault(String address) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(new Form(address)).stream()
                    .map(ConstraintViolation::getMessage)
                    .findFirst()
                    .orElse(null);
        } finally {
            Locale.setDefault(before);
        }
    }
}
