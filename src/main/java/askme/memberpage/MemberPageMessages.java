package askme.memberpage;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of a member's public page, from {@code messages/memberpage_*.properties}. */
@MessageBundle("memberpage")
public interface MemberPageMessages {

    @Message
    String joined();

    @Message
    String questions();

    @Message
    String answers();

    @Message
    String posts();

    @Message
    String edit();

    @Message
    String top_tags();

    @Message
    String no_questions();

    @Message
    String no_answers();

    @Message
    String comments();

    @Message
    String no_comments();

    @Message
    String accepted();

    @Message
    String about(String nickname, int questions, int answers);
}
