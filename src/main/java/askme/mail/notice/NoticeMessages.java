package askme.mail.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of mails about notifications; they are in {@code messages/notice_*.properties}. */
@MessageBundle("notice")
public interface NoticeMessages {

    @Message
    String somebody();

    @Message
    String answer(String actor);

    @Message
    String answers(int count);

    @Message
    String comment(String actor);

    @Message
    String comments(int count);

    @Message
    String mention(String actor);

    @Message
    String mentions(int count);

    @Message
    String accepted(String actor);

    @Message
    String edit(String actor);

    @Message
    String suggestion(String actor);

    @Message
    String taken(String actor);

    @Message
    String taken_changed(String actor);

    @Message
    String declined(String actor);

    @Message
    String tag(String actor);

    @Message
    String member(String actor);

    @Message
    String badge(int count);

    @Message
    String reputation(String change);

    @Message
    String moderation(String actor);

    @Message
    String report();

    @Message
    String other();

    /** The subject of a mail with several notices about a question. */
    @Message
    String subject_several(int count, String title);

    /** The subject of a mail with several notices about no question. */
    @Message
    String subject_count(int count);

    @Message
    String digest_hourly(int count);

    @Message
    String digest_daily(int count);

    @Message
    String digest_weekly(int count);

    @Message
    String see();

    @Message
    String why();

    @Message
    String stop_kinds();

    @Message
    String mute();

    @Message
    String choose();
}
