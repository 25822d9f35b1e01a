package askme.discussion;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page of a question, in {@code messages/discussion_*.properties}. */
@MessageBundle("discussion")
public interface DiscussionMessages {

    @Message
    String no_answers();

    @Message
    String order();

    @Message
    String best();

    @Message
    String newest();

    @Message
    String oldest();

    @Message
    String linked();

    @Message
    String related();

    @Message
    String meanwhile();

    @Message
    String sign_in_to_answer();

    @Message
    String new_answers(int count);

    @Message
    String beyond();

    @Message
    String beyond_page(int number);

    @Message
    String show_it();

    @Message
    String live();

    @Message
    String live_elsewhere();

    @Message
    String lost();

    @Message
    String gone();

    @Message
    String question();

    @Message
    String lost_elsewhere();

    @Message
    String gone_while_writing();

    @Message
    String copy_text();

    @Message
    String copied();
}
