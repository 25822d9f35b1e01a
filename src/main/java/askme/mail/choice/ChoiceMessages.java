package askme.mail.choice;

import askme.notification.NotificationKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages that choose and end mails; they are in {@code messages/choice_*.properties}. */
@MessageBundle("choice")
public interface ChoiceMessages {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String kinds_heading();

    /** The label of a kind of mails. */
    @Message
    String kind(NotificationKind kind);

    @Message
    String pace(Pace pace);

    @Message
    String answers_hint();

    @Message
    String zone_hint(String zone);

    @Message
    String saved();

    @Message
    String unknown();

    @Message
    String refused(String email);

    @Message
    String refused_hint();

    @Message
    String try_again();

    @Message
    String tried_again();

    @Message
    String stop_title();

    @Message
    String stop_kinds(String nickname);

    @Message
    String stop_question(String nickname);

    @Message
    String stop_all(String nickname);

    @Message
    String stop_button();

    @Message
    String stopped_kinds(String nickname);

    @Message
    String stopped_question(String nickname);

    @Message
    String stopped_all(String nickname);

    @Message
    String stopped_detail();

    @Message
    String stop_undo();

    @Message
    String undo_title();

    @Message
    String undo_kinds(String nickname);

    @Message
    String undo_question(String nickname);

    @Message
    String undo_all(String nickname);

    @Message
    String undo_button();

    @Message
    String undone_kinds(String nickname);

    @Message
    String undone_question(String nickname);

    @Message
    String undone_all(String nickname);

    @Message
    String see_question();
}
