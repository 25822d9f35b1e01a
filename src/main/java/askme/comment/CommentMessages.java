package askme.comment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of comments, in {@code messages/comment_*.properties}. */
@MessageBundle("comment")
public interface CommentMessages {

    @Message
    String add();

    @Message
    String heading();

    @Message
    String of(String title);

    @Message
    String text();

    @Message
    String hint();

    @Message
    String post();

    @Message
    String posted();

    @Message
    String changed();

    @Message
    String deleted();

    @Message
    String undeleted();

    @Message
    String edit();

    @Message
    String edit_title();

    @Message
    String edited();

    @Message
    String delete();

    @Message
    String sure();

    @Message
    String helpful();

    @Message
    String own_comment();

    @Message
    String to_answer();

    @Message
    String people();

    @Message
    String sign_in();

    @Message
    String sign_in_to_comment();

    @Message
    String permalink();

    @Message
    String back();

    @Message
    String next();

    @Message
    String more(int count);
}
