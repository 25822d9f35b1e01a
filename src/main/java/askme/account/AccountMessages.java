package askme.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the settings of a member, from {@code messages/account_*.properties}. */
@MessageBundle("account")
public interface AccountMessages {

    /** The name of the links to the parts. */
    @Message
    String parts();

    @Message
    String profile();

    @Message
    String account();

    @Message
    String security();

    @Message
    String notifications();

    @Message
    String data();

    @Message
    String email_heading();
}
