package askme.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Texts about each operation of the API and its values, from {@code messages/operation_*.properties}. The document has the English ones, by
 * the ids of operations and the names of values.
 */
@MessageBundle("operation")
interface OperationMessages {

    @Message
    String list_questions();

    @Message
    String get_question();

    @Message
    String ask_question();

    @Message
    String edit_question();

    @Message
    String delete_question();

    @Message
    String vote_question();

    @Message
    String list_answers();

    @Message
    String get_answer();

    @Message
    String post_answer();

    @Message
    String edit_answer();

    @Message
    String delete_answer();

    @Message
    String vote_answer();

    @Message
    String accept_answer();

    @Message
    String list_question_comments();

    @Message
    String list_answer_comments();

    @Message
    String get_comment();

    @Message
    String comment_question();

    @Message
    String comment_answer();

    @Message
    String edit_comment();

    @Message
    String delete_comment();

    @Message
    String vote_comment();

    @Message
    String list_tags();

    @Message
    String get_member();

    @Message
    String search_questions();

    @Message
    String get_me();

    @Message
    String list_notifications();

    @Message
    String get_document();

    @Message
    String value_id();

    @Message
    String value_nickname();

    @Message
    String value_list();

    @Message
    String value_tag();

    @Message
    String value_cursor();

    @Message
    String value_fields();

    @Message
    String value_q();

    @Message
    String value_sort();

    @Message
    String value_reason();

    @Message
    String value_if_match();

    @Message
    String value_if_none_match();

    @Message
    String value_title();

    @Message
    String value_text();

    @Message
    String value_tags();

    @Message
    String value_value();
}
