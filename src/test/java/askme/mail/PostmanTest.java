package askme.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmanTest {

    @ParameterizedTest
    @ValueSource(ints = {550, 551, 552, 553, 554, 521})
    void aRefusalForGoodIsNotTriedAgain(int code) {
        assertThat(Postman.hopeless(refusal(code))).isTrue();
        assertThat(Postman.hopeless(new CompletionException(refusal(code)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {421, 450, 451, 452})
    void aTemporaryRefusalIsTriedAgain(int code) {
        assertThat(Postman.hopeless(refusal(code))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {530, 534, 535, 538})
    void aWrongPasswordOfOursLosesNobodysMail(int code) {
        assertThat(Postman.hopeless(refusal(code))).isFalse();
    }

    @Test
    void noConnectionIsTriedAgain() {
        assertThat(Postman.hopeless(new CompletionException(new ConnectException("refused"))))
                .isFalse();
    }

    @Test
    void anAddressThatIsNoneIsNotTriedAgain() {
        assertThat(Postman.hopeless(new IllegalArgumentException("Invalid email address")))
                .isTrue();
    }

    private static SMTPException refusal(int code) {
        return new SMTPException("recipient address not accepted", code, List.of(code + " no"), false);
    }
}
