package askme.closing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of closing, locking, merging and converting, in {@code messages/closing_*.properties}. */
@MessageBundle("closing")
public interface ClosingMessages {

    @Message
    String target_changed();

    @Message
    String reason_required();

    @Message
    String of_required();

    @Message
    String of_itself();

    @Message
    String of_unknown();

    @Message
    String of_circle();

    @Message
    String reopened();

    @Message
    String judged();

    @Message
    String closed_now();

    @Message
    String voted();

    @Message
    String taken_back();

    @Message
    String unchanged();

    @Message
    String locked_now();

    @Message
    String unlocked();

    @Message
    String not_mergeable();

    @Message
    String merge_begun();

    @Message
    String not_convertible(String why);

    @Message
    String on_unknown();

    @Message
    String converted();

    @Message
    String closed();

    @Message
    String closed_duplicate();

    @Message
    String off_topic();

    @Message
    String unclear();

    @Message
    String see();

    @Message
    String by(String names);

    @Message
    String how_to_reopen();

    @Message
    String solves();

    @Message
    String differs();

    @Message
    String moving();

    @Message
    String moved();

    @Message
    String locked_by(String nickname);

    @Message
    String locked_answer();

    @Message
    String locked_hint();

    @Message
    String takes_no_answers();

    @Message
    String why();

    @Message
    String close_link();

    @Message
    String reopen_link();

    @Message
    String lock_link();

    @Message
    String merge_link();

    @Message
    String convert_link();

    @Message
    String acts();

    @Message
    String question_for_asker();

    @Message
    String says_solves();

    @Message
    String says_differs();

    @Message
    String close_title(String title);

    @Message
    String reopen_title(String title);

    @Message
    String back();

    @Message
    String back_to_answer();

    @Message
    String reason();

    @Message
    String reason_duplicate();

    @Message
    String reason_off_topic();

    @Message
    String reason_unclear();

    @Message
    String of();

    @Message
    String of_hint();

    @Message
    String similar();

    @Message
    String close_as_this();

    @Message
    String close_now();

    @Message
    String vote_to_close();

    @Message
    String close_duplicate();

    @Message
    String reopen_now();

    @Message
    String vote_to_reopen();

    @Message
    String take_back();

    @Message
    String votes_to_close(int count, int needed);

    @Message
    String votes_to_reopen(int count, int needed);

    @Message
    String rules(int needed, int days);

    @Message
    String rules_for_asker();

    @Message
    String edit_first();

    @Message
    String lock_title(String title);

    @Message
    String lock_answer_title(String title);

    @Message
    String lock_about();

    @Message
    String lock_reason();

    @Message
    String lock_reason_hint();

    @Message
    String lock_now();

    @Message
    String unlock_now();

    @Message
    String is_locked(String reason);

    @Message
    String merge_title(String title);

    @Message
    String merge_about(int answers, int comments);

    @Message
    String merge_result();

    @Message
    String merge_now();

    @Message
    String merge_running();

    @Message
    String convert_title(String title);

    @Message
    String convert_about(int rating, int comments);

    @Message
    String convert_text();

    @Message
    String convert_on();

    @Message
    String convert_on_hint();

    @Message
    String convert_now();

    @Message
    String live_closed();

    @Message
    String live_open();
}
