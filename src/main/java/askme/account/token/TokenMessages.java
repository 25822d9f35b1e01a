package askme.account.token;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the part of the settings with the member's tokens, from {@code messages/token_*.properties}. */
@MessageBundle("token")
interface TokenMessages {

    @Message
    String heading();

    @Message
    String lead();

    @Message
    String how();

    @Message
    String none();

    @Message
    String add();

    @Message
    String made();

    @Message
    String used();

    @Message
    String never();

    @Message
    String revoke();

    @Message
    String revoked();

    @Message
    String title();

    @Message
    String name();

    @Message
    String name_hint();

    @Message
    String scopes();

    @Message
    String read();

    @Message
    String read_hint();

    @Message
    String write();

    @Message
    String write_hint();

    @Message
    String moderate();

    @Message
    String moderate_hint();

    @Message
    String create();

    @Message
    String too_many(int most);

    @Message
    String shown_title();

    @Message
    String shown_lead();

    @Message
    String example();

    @Message
    String done();
}
