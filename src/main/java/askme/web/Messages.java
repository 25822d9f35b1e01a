package askme.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the layout and of error pages; they are in {@code messages/msg_*.properties}. */
@MessageBundle("msg")
public interface Messages {

    @Message
    String slogan();

    @Message
    String skip_to_content();

    @Message
    String ask();

    @Message
    String search();

    @Message
    String search_placeholder();

    @Message
    String sign_in();

    @Message
    String sign_up();

    @Message
    String sign_up_now();

    @Message
    String sign_out();

    @Message
    String profile();

    @Message
    String newest();

    @Message
    String hot();

    @Message
    String active();

    @Message
    String unanswered();

    @Message
    String first_page();

    @Message
    String next_page();

    @Message
    String tags();

    @Message
    String members();

    @Message
    String pages();

    @Message
    String page_number(int number);

    @Message
    String previous();

    @Message
    String next();

    @Message
    String close();

    @Message
    String language();

    @Message
    String just_now();

    @Message
    String menu();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String not_found();

    @Message
    String not_found_detail();

    @Message
    String went_wrong();

    @Message
    String signed_out_title();

    @Message
    String unexpected(String id);

    @Message
    String database_away();

    @Message
    String forbidden_detail();

    @Message
    String too_large_detail();

    @Message
    String bad_request_detail();

    @Message
    String malformed_address();

    @Message
    String cross_site();

    @Message
    String form_expired();

    @Message
    String typed();

    @Message
    String back_home();

    @Message
    String ask_short();

    @Message
    String sections();

    @Message
    String my_page();

    @Message
    String account(String nickname);

    @Message
    String guest();

    @Message
    String aside();

    @Message
    String failed();

    @Message
    String offline();

    @Message
    String theme();

    @Message
    String theme_auto();

    @Message
    String theme_light();

    @Message
    String theme_dark();

    @Message
    String too_many(int seconds);

    @Message
    String questions();

    @Message
    String jobs();

    @Message
    String below();

    @Message
    String no_tags();

    @Message
    String no_members();

    @Message
    String locale();

    @Message
    String tags_about();

    @Message
    String members_about();

    @Message
    String counter();

    @Message
    String counter_over();

    @Message
    String posting();

    @Message
    String post();

    @Message
    String sending();

    @Message
    String other_member();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String wrap();

    @Message
    String search_description();

    @Message
    String filter();

    @Message
    String filter_tags();

    @Message
    String filter_members();

    @Message
    String none_begins(String typed);

    @Message
    String page_of(String time);

    @Message
    String undo();

    @Message
    String token_required();
}
