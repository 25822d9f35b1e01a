package askme.moderation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of moderation, in {@code messages/moderation_*.properties}. */
@MessageBundle("moderation")
public interface ModerationMessages {

    /** The act, in a word or two. */
    @Message
    String act(Act act);

    @Message
    String newcomer_posts(int most);

    @Message
    String newcomer_links(int most);

    /** The decision of the review queue on a post. */
    @Message
    String outcome(Outcome outcome);

    @Message
    String queue();

    @Message
    String queue_intro();

    @Message
    String none_wait();

    @Message
    String keys();

    @Message
    String edits_wait();

    @Message
    String news();

    @Message
    String show_news();

    @Message
    String kind(Target.Kind kind);

    @Message
    String first_post();

    @Message
    String words(String words);

    @Message
    String reported_by(String nickname);

    @Message
    String more_reports(int count);

    @Message
    String duplicate_of();

    @Message
    String record(int posts, String rating);

    @Message
    String decisions_before(int count);

    @Message
    String dismiss();

    @Message
    String delete();

    @Message
    String suspend();

    @Message
    String sweep();

    @Message
    String publish();

    @Message
    String refuse();

    @Message
    String refuse_hint();

    @Message
    String refuse_reason_needed();

    /** The act of a form that does not belong to this kind of post. */
    @Message
    String wrong_decision();

    @Message
    String other_acts();

    @Message
    String reason();

    /** Above the button that deletes a post. */
    @Message
    String delete_reason();

    @Message
    String reason_hint();

    @Message
    String decided(Outcome outcome);

    @Message
    String decided_by(String nickname, String outcome);

    /** Before the nickname of the member who decided. */
    @Message
    String decided_by_whom();

    @Message
    String gone();

    @Message
    String undone();

    @Message
    String recent();

    @Message
    String none_recent();

    @Message
    String to_decide();

    @Message
    String report();

    @Message
    String report_title();

    @Message
    String report_intro();

    @Message
    String report_send();

    @Message
    String report_reason();

    @Message
    String report_note();

    @Message
    String report_note_hint();

    @Message
    String report_of();

    @Message
    String report_of_hint();

    @Message
    String report_of_unknown();

    @Message
    String report_note_needed();

    @Message
    String report_own();

    @Message
    String reported();

    @Message
    String reported_before();

    @Message
    String why(ReportReason reason);

    @Message
    String own_reports();

    @Message
    String none_reported();

    @Message
    String log();

    @Message
    String log_intro();

    @Message
    String own_log_intro();

    @Message
    String log_empty();

    @Message
    String log_member();

    @Message
    String log_act();

    @Message
    String log_all_acts();

    @Message
    String log_filter();

    @Message
    String log_unknown_member();

    @Message
    String waiting(int count);
}
