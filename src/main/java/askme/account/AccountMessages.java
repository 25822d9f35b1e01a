package askme.account;

import askme.account.address.AddressPurpose;
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

    @Message
    String welcome_confirm(String email);

    @Message
    String confirm_banner();

    @Message
    String send_again();

    @Message
    String send_confirmation();

    @Message
    String confirmation_sent();

    @Message
    String too_many_mails();

    @Message
    String change_sent(String email);

    @Message
    String change_pending(String email);

    @Message
    String is_confirmed();

    @Message
    String is_not_confirmed();

    @Message
    String no_email();

    @Message
    String confirm_title(AddressPurpose purpose);

    @Message
    String confirm_question(String email, String nickname);

    @Message
    String change_question(String email, String nickname);

    @Message
    String undo_question(String email, String nickname);

    @Message
    String confirm_posts(int count);

    @Message
    String not_you();

    @Message
    String confirm_button(AddressPurpose purpose);

    @Message
    String confirmed();

    @Message
    String address_back();

    @Message
    String link_ended();

    @Message
    String link_ended_hint();

    @Message
    String about();

    @Message
    String about_hint();

    @Message
    String link();

    @Message
    String link_hint();

    @Message
    String pronouns();

    @Message
    String language();

    @Message
    String language_hint();

    @Message
    String language_browser();

    @Message
    String time_zone();

    @Message
    String zone_hint();

    @Message
    String zone_browser();

    @Message
    String unknown_choice();

    @Message
    String tokens();
}
