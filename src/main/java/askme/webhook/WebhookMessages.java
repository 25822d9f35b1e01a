package askme.webhook;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages about webhooks, in {@code messages/webhook_*.properties}. */
@MessageBundle("webhook")
public interface WebhookMessages {

    @Message
    String webhooks();

    @Message
    String intro();

    @Message
    String url();

    @Message
    String url_hint();

    @Message
    String url_refused();

    @Message
    String kinds();

    @Message
    String kind(WebhookKind kind);

    @Message
    String kinds_missing();

    @Message
    String add();

    @Message
    String too_many(int most);

    @Message
    String secret();

    @Message
    String secret_hint();

    @Message
    String none();

    @Message
    String is_on();

    @Message
    String is_off();

    @Message
    String switched_off();

    @Message
    String failing_since();

    @Message
    String active();

    @Message
    String save();

    @Message
    String saved();

    @Message
    String test();

    @Message
    String test_ordered();

    @Message
    String remove();

    @Message
    String removed();

    @Message
    String deliveries();

    @Message
    String deliveries_all();

    @Message
    String deliveries_dead();

    @Message
    String deliveries_none();

    @Message
    String event();

    @Message
    String result();

    @Message
    String attempts();

    @Message
    String last_attempt();

    @Message
    String took(int ms);

    @Message
    String state(String state);

    @Message
    String error(String error);

    @Message
    String next_attempt();

    @Message
    String again();

    @Message
    String ordered_again();

    @Message
    String waits_already();
}
