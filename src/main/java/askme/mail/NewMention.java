package askme.mail;

import io.quarkus.qute.TemplateData;

/**
 * A mention whose mail is due.
 *
 * @param title the question's title
 * @param writer the nickname of the comment's author
 * @param body the comment in Markdown
 */
@TemplateData
record NewMention(long commentId, long questionId, String title, String writer, String body, Recipient recipient) {}
