package askme.account.factor;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of passkeys and the second step, from {@code messages/factor_*.properties}. */
@MessageBundle("factor")
public interface FactorMessages {

    @Message
    String passkeys();

    @Message
    String passkeys_hint();

    @Message
    String passkey();

    @Message
    String passkey_add();

    @Message
    String passkey_add_lead();

    @Message
    String passkey_name();

    @Message
    String passkey_name_hint();

    @Message
    String passkey_needs_script();

    @Message
    String passkey_added();

    @Message
    String passkey_removed();

    @Message
    String passkey_not_added();

    @Message
    String passkey_sign_in();

    @Message
    String passkey_use();

    @Message
    String passkey_refused();

    @Message
    String added();

    @Message
    String used();

    @Message
    String remove();

    @Message
    String last_way();

    @Message
    String second_step();

    @Message
    String second_step_hint();

    @Message
    String second_step_app();

    @Message
    String second_step_passkey();

    @Message
    String second_step_use_passkey();

    @Message
    String second_step_turn_off();

    @Message
    String second_step_off();

    @Message
    String second_step_unchanged();

    @Message
    String codes_left(int count);

    @Message
    String codes_renew();

    @Message
    String codes_title();

    @Message
    String codes_lead();

    @Message
    String codes_download();

    @Message
    String codes_kept();

    @Message
    String app_set_up();

    @Message
    String app_title();

    @Message
    String app_scan();

    @Message
    String app_picture();

    @Message
    String app_type();

    @Message
    String app_code();

    @Message
    String app_finish();

    @Message
    String app_already();

    @Message
    String code();

    @Message
    String code_hint();

    @Message
    String code_wrong();

    @Message
    String code_lost();

    @Message
    String begin_again();

    @Message
    String confirm_title();

    @Message
    String confirm_lead();

    @Message
    String confirm();

    @Message
    String confirm_by_code();

    @Message
    String confirm_with(String label);

    @Message
    String confirm_none();

    @Message
    String set_up_link();

    @Message
    String set_up_first();
}
