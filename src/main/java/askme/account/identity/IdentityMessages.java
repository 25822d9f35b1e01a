package askme.account.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the sign-in by providers, from {@code messages/identity_*.properties}. */
@MessageBundle("identity")
public interface IdentityMessages {

    @Message
    String sign_in_with(String label);

    @Message
    String join_with(String label);

    @Message
    String or();

    @Message
    String only_providers();

    @Message
    String begin_again();

    @Message
    String denied(String label);

    @Message
    String unavailable(String label);

    @Message
    String refused(String label);

    @Message
    String not_you();

    @Message
    String join_title();

    @Message
    String join_lead(String label, String name);

    @Message
    String join_address(String email);

    @Message
    String join_now();

    @Message
    String have_account();

    @Message
    String have_account_connect();

    @Message
    String no_address(String label);

    @Message
    String address_taken();

    @Message
    String connect_title(String label);

    @Message
    String connect_lead(String label, String name, String nickname);

    @Message
    String connect_now();

    @Message
    String connected(String label);

    @Message
    String taken(String label);

    @Message
    String disconnected();

    @Message
    String last_way();

    @Message
    String signed_out_title();

    @Message
    String signed_out_lead(String label);

    @Message
    String signed_out_there(String label);

    @Message
    String signed_out_stay();

    @Message
    String heading();

    @Message
    String hint();

    @Message
    String none();

    @Message
    String added();

    @Message
    String used();

    @Message
    String connect(String label);

    @Message
    String connect_other(String label);

    @Message
    String disconnect();

    @Message
    String link_title();

    @Message
    String link_lead(String nickname);

    @Message
    String link_ended();
}
