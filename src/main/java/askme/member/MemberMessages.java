package askme.member;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of accounts and profiles; the texts are in {@code messages/member_*.properties}. */
@MessageBundle("member")
public interface MemberMessages {

    @Message
    String email();

    @Message
    String nickname();

    @Message
    String nickname_hint();

    @Message
    String password();

    @Message
    String password_hint();

    @Message
    String password_again();

    @Message
    String avatar();

    @Message
    String avatar_hint();

    @Message
    String login();

    @Message
    String have_account();

    @Message
    String no_account();

    @Message
    String email_hint();

    @Message
    String password_missing();

    @Message
    String password_short();

    @Message
    String password_long();

    @Message
    String password_common();

    @Message
    String password_personal();

    @Message
    String password_differs();

    @Message
    String email_taken();

    @Message
    String nickname_taken();

    @Message
    String sign_in_wrong();

    @Message
    String sign_in_wait(int minutes);

    @Message
    String sign_in_first();

    @Message
    String welcome(String nickname);

    @Message
    String welcome_back(String nickname);

    @Message
    String signed_out();
}
