package askme.webhook;

import io.quarkus.qute.TemplateEnum;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The events that a receiver may choose, and the test. */
@TemplateEnum
public enum WebhookKind {
    QUESTION("question.asked"),
    ANSWER("answer.posted"),
    COMMENT("comment.posted"),
    ACCEPTED("answer.accepted"),
    CLOSED("question.closed"),
    MEMBER("member.joined"),
    TEST("test");

    /** The kinds that a receiver may choose. */
    public static final List<WebhookKind> CHOICES =
            Arrays.stream(values()).filter(kind -> kind != TEST).toList();

    private final String type;

    WebhookKind(String type) {
        this.type = type;
    }

    /** The member {@code type} of the payload. */
    String type() {
        return type;
    }

    /** As forms and the database have it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WebhookKind of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** The choice of this name; empty for any other text. */
    public static Optional<WebhookKind> choice(String stored) {
        return CHOICES.stream().filter(kind -> kind.stored().equals(stored)).findFirst();
    }
}
