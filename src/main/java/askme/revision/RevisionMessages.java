package askme.revision;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of revisions, in {@code messages/revision_*.properties}. */
@MessageBundle("revision")
public interface RevisionMessages {

    @Message
    String of(String title);

    @Message
    String back();

    @Message
    String back_to_tag();

    @Message
    String begun();

    @Message
    String description();

    @Message
    String none();

    @Message
    String views();

    @Message
    String inline();

    @Message
    String side();

    @Message
    String source();

    @Message
    String rendered();

    @Message
    String number(int number);

    @Message
    String current();

    @Message
    String first();

    @Message
    String restored_from(int number);

    @Message
    String taken(String nickname);

    @Message
    String taken_changed(String nickname);

    @Message
    String no_reason();

    @Message
    String same();

    @Message
    String title();

    @Message
    String tags();

    @Message
    String text();

    @Message
    String skipped(int lines);

    @Message
    String coarse();

    @Message
    String compare();

    @Message
    String older();

    @Message
    String restore();

    @Message
    String sure(int number);

    @Message
    String restored(int number);

    @Message
    String overtaken();

    @Message
    String edited_by(String editor);

    @Message
    String edited();

    @Message
    String show();

    @Message
    String reason();

    @Message
    String reason_hint();

    @Message
    String joined();

    @Message
    String their_change();

    @Message
    String other_title(String title);

    @Message
    String other_tags(String tags);
}
