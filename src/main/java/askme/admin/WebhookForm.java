package askme.admin;

import askme.markdown.UserInput;
import askme.outbound.OutboundUrl;
import askme.webhook.WebhookKind;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/**
 * A receiver of webhooks.
 *
 * @param url of a new receiver; does not change
 * @param kinds names of {@link WebhookKind}
 * @param active {@code on} or missing
 */
@TemplateData
record WebhookForm(
        @RestForm @Size(max = OutboundUrl.LONGEST, message = "{askme.too-long}")
        String url,

        @RestForm List<String> kinds,
        @RestForm String active) {

    static final WebhookForm EMPTY = new WebhookForm(
            "", WebhookKind.CHOICES.stream().map(WebhookKind::stored).toList(), "on");

    WebhookForm {
        url = text(url);
        active = text(active);
        kinds = kinds == null ? List.of() : kinds;
    }

    private static String text(String typed) {
        String start = UserInput.start(typed);
        return start == null ? "" : start.strip();
    }

    /** The chosen kinds; other texts are ignored. */
    List<WebhookKind> chosen() {
        return kinds.stream()
                .map(WebhookKind::choice)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Whether the box of this kind is checked. */
    public boolean has(WebhookKind kind) {
        return kinds.contains(kind.stored());
    }
}
