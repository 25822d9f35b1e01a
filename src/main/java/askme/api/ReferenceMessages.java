package askme.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the page about the API, from {@code messages/reference_*.properties}. The document has the English ones of statuses. */
@MessageBundle("reference")
interface ReferenceMessages {

    @Message
    String title();

    @Message
    String description();

    @Message
    String lead();

    @Message
    String document();

    @Message
    String tokens();

    @Message
    String tokens_text();

    @Message
    String tokens_make();

    @Message
    String tokens_header();

    @Message
    String guests();

    @Message
    String scopes();

    @Message
    String scope_read();

    @Message
    String scope_write();

    @Message
    String scope_moderate();

    @Message
    String rates();

    @Message
    String rates_members(int permits, long seconds);

    @Message
    String rates_guests(int permits, long seconds);

    @Message
    String rates_text();

    @Message
    String lists();

    @Message
    String lists_text();

    @Message
    String lists_fields();

    @Message
    String changes();

    @Message
    String changes_text();

    @Message
    String changes_edit();

    @Message
    String errors();

    @Message
    String errors_text();

    @Message
    String statuses();

    @Message
    String operations();

    @Message
    String questions();

    @Message
    String answers();

    @Message
    String comments();

    @Message
    String others();

    @Message
    String no_token();

    @Message
    String scope_needed(String scope);

    @Message
    String parameters();

    @Message
    String answers_with();

    @Message
    String required();

    @Message
    String one_of(String words);

    @Message
    String up_to(Integer n);

    @Message
    String items(Integer n);

    @Message
    String place_path();

    @Message
    String place_query();

    @Message
    String place_header();

    @Message
    String place_body();

    @Message
    String status_200();

    @Message
    String status_201();

    @Message
    String status_202();

    @Message
    String status_204();

    @Message
    String status_304();

    @Message
    String status_400();

    @Message
    String status_401();

    @Message
    String status_403();

    @Message
    String status_404();

    @Message
    String status_406();

    @Message
    String status_408();

    @Message
    String status_409();

    @Message
    String status_412();

    @Message
    String status_413();

    @Message
    String status_414();

    @Message
    String status_415();

    @Message
    String status_422();

    @Message
    String status_428();

    @Message
    String status_429();

    @Message
    String status_503();
}
