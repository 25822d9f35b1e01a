package askme.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the pages of administrators; the texts are in {@code messages/administration_*.properties}. */
@MessageBundle("administration")
public interface AdministrationMessages {

    @Message
    String page_title();

    @Message
    String intro();

    @Message
    String saved();

    @Message
    String save_section();

    @Message
    String given(String variable);

    @Message
    String section_site();

    @Message
    String section_look();

    @Message
    String section_texts();

    @Message
    String section_languages();

    @Message
    String section_joining();

    @Message
    String section_privileges();

    @Message
    String section_closing();

    @Message
    String section_tags();

    @Message
    String section_newcomers();

    @Message
    String section_keeping();

    @Message
    String look_remove();

    @Message
    String look_upload();

    @Message
    String look_chosen();

    @Message
    String invalid_number(int least, int most);

    @Message
    String invalid_long(int most);

    @Message
    String invalid_many();

    @Message
    String invalid_empty();

    @Message
    String invalid_choice();

    @Message
    String invalid_colour();

    @Message
    String invalid_domain();

    @Message
    String administration();

    @Message
    String overview();

    @Message
    String figure_answers();

    @Message
    String figure_joined();

    @Message
    String first_answer();

    @Message
    String first_answer_times(int count, int hour, int day);

    @Message
    String first_answer_none();

    @Message
    String days();

    @Message
    String days_chart(int most);

    @Message
    String days_table();

    @Message
    String day();

    @Message
    String health();

    @Message
    String healthy();

    @Message
    String invitations();

    @Message
    String invitations_intro();

    @Message
    String invitation_note();

    @Message
    String invitation_note_hint();

    @Message
    String invitation_days();

    @Message
    String invitation_days_hint();

    @Message
    String invitation_most();

    @Message
    String invitation_most_hint();

    @Message
    String invitation_make();

    @Message
    String invitation_link();

    @Message
    String invitation_uses(int used, int most);

    @Message
    String invitation_until();

    @Message
    String invitation_none();

    @Message
    String invitation_end();

    @Message
    String invitation_ended();
}
