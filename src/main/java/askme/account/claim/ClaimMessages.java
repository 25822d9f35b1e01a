package askme.account.claim;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page on which imported members get their accounts, in {@code messages/claim_*.properties}. */
@MessageBundle("claim")
public interface ClaimMessages {

    @Message
    String title();

    @Message
    String about();

    @Message
    String code();

    @Message
    String code_hint();

    @Message
    String code_wrong();

    @Message
    String submit();

    @Message
    String done(String nickname);
}
