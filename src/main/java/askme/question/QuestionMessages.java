package askme.question;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the listings and of the form, in {@code messages/question_*.properties}. */
@MessageBundle("question")
public interface QuestionMessages {

    @Message
    String title_short(int min);

    @Message
    String is_closed();

    @Message
    String is_locked();

    @Message
    String closed_mark();

    @Message
    String duplicate_mark();

    @Message
    String text_short(int min);

    @Message
    String answer_short(int min);

    @Message
    String newest();

    @Message
    String hot();

    @Message
    String active();

    @Message
    String unanswered();

    @Message
    String active_at();

    @Message
    String active_about();

    @Message
    String unanswered_about();

    @Message
    String with_tag(String title, String tag);

    @Message
    String with_tag_about(String title, String tag);

    @Message
    String all_answered();

    @Message
    String tagged(String tag);

    @Message
    String tag_total(int count);

    @Message
    String answers(int count);

    @Message
    String views(int count);

    @Message
    String views_exactly(int count);

    @Message
    String viewed(int count);

    @Message
    String accepted();

    @Message
    String asked();

    @Message
    String vote_up();

    @Message
    String vote_down();

    @Message
    String vote_sign_in();

    @Message
    String vote_own();

    @Message
    String rating(int rating);

    @Message
    String author_rating();

    @Message
    String nothing_yet();

    @Message
    String be_first();

    @Message
    String fill_with_demo();

    @Message
    String title();

    @Message
    String title_hint();

    @Message
    String text();

    @Message
    String details_hint();

    @Message
    String text_hint();

    @Message
    String tags();

    @Message
    String tags_hint();

    @Message
    String post();

    @Message
    String edit();

    @Message
    String edit_link();

    @Message
    String delete();

    @Message
    String sure();

    @Message
    String added();

    @Message
    String asked_before();

    @Message
    String changed();

    @Message
    String overtaken();

    @Message
    String newer();

    @Message
    String deleted();

    @Message
    String undeleted();

    @Message
    String own_post();

    @Message
    String has_answers();

    @Message
    String sure_with_answers(int count);

    @Message
    String preview();

    @Message
    String check_fields(int count);

    @Message
    String write();

    @Message
    String tools();

    @Message
    String bold();

    @Message
    String italic();

    @Message
    String link();

    @Message
    String code();

    @Message
    String quote();

    @Message
    String list();

    @Message
    String preview_empty();

    @Message
    String draft_restored();

    @Message
    String draft_discard();

    @Message
    String newest_about();

    @Message
    String hot_about();

    @Message
    String tagged_about(int count, String tag);
}
