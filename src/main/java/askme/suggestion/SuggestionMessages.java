package askme.suggestion;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of suggested edits, in {@code messages/suggestion_*.properties}. */
@MessageBundle("suggestion")
public interface SuggestionMessages {

    @Message
    String all();

    @Message
    String to_decide();

    @Message
    String own();

    @Message
    String none();

    @Message
    String none_own();

    @Message
    String of(String title);

    @Message
    String of_question();

    @Message
    String of_answer();

    @Message
    String back_to_question();

    @Message
    String back_to_answer();

    @Message
    String suggest();

    @Message
    String propose_question();

    @Message
    String propose_answer();

    @Message
    String propose_hint();

    @Message
    String propose_again();

    @Message
    String propose();

    @Message
    String proposed();

    @Message
    String change_title();

    @Message
    String change_hint(String proposer);

    @Message
    String take_changed();

    @Message
    String changes();

    @Message
    String take();

    @Message
    String change();

    @Message
    String taken();

    @Message
    String decline();

    @Message
    String decline_reason();

    @Message
    String decline_hint();

    @Message
    String declined();

    @Message
    String edit_own();

    @Message
    String withdraw();

    @Message
    String sure();

    @Message
    String withdrawn();

    @Message
    String waits(int count);

    @Message
    String own_waits();

    @Message
    String look();

    @Message
    String state_waiting();

    @Message
    String state_taken();

    @Message
    String state_changed();

    @Message
    String state_declined();

    @Message
    String state_withdrawn();

    @Message
    String decided_by(String nickname);

    @Message
    String decided();

    @Message
    String outdated();

    @Message
    String conflict();

    @Message
    String changed_before();

    @Message
    String decided_before(String nickname);

    @Message
    String no_change();

    @Message
    String member_has_many(int most);

    @Message
    String question_has_many();
}
