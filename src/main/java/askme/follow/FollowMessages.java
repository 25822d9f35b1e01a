package askme.follow;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of following and saving, in {@code messages/follow_*.properties}. */
@MessageBundle("follow")
public interface FollowMessages {

    @Message
    String follow();

    @Message
    String followers(int count);

    @Message
    String save();

    @Message
    String mute();

    @Message
    String mute_hint();

    @Message
    String title();

    @Message
    String questions();

    @Message
    String tags();

    @Message
    String members();

    @Message
    String since();

    @Message
    String stop();

    @Message
    String stop_following(String name);

    @Message
    String none();

    @Message
    String yourself();

    @Message
    String saved();

    @Message
    String saved_hint();

    @Message
    String saved_at();

    @Message
    String saved_now();

    @Message
    String removed();

    @Message
    String remove();

    @Message
    String remove_of(String title);

    @Message
    String note();

    @Message
    String note_of(String title);

    @Message
    String save_note();

    @Message
    String save_note_of(String title);

    @Message
    String find();

    @Message
    String none_found();

    @Message
    String none_saved();

    @Message
    String too_many(int most);
}
