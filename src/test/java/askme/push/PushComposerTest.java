package askme.push;

import static org.assertj.core.api.Assertions.assertThat;

import askme.notification.Cause;
import askme.notification.NotificationCard;
import askme.notification.NotificationKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A push has the words of the inbox, as plain text. */
@QuarkusTest
class PushComposerTest {

    @Inject
    PushComposer composer;

    @ParameterizedTest
    @EnumSource
    void kindHasItsText(NotificationKind kind) {
        for (String language : new String[] {"en", "ru"}) {
            for (int causes = 1; causes <= 2; causes++) {
                NotificationCard card = new NotificationCard(
                        7,
                        1,
                        kind,
                        causes,
                        -5,
                        33,
                        "A & B <c>",
                        "/question/33/",
                        "ann",
                        new Cause("question", 33, 0),
                        Instant.EPOCH.plusMillis(1),
                        false);
                PushMessage message = composer.message(card, Locale.forLanguageTag(language));
                assertThat(message.title()).isNotBlank().doesNotContain("<", "&");
                assertThat(message.body()).isEqualTo("A & B <c>");
                assertThat(message.at()).isEqualTo(1000);
            }
        }
    }
}
