package askme.mail;

import io.quarkus.qute.TemplateData;

/**
 * An answer whose mail is due.
 *
 * @param title the question's title
 * @param writer the nickname of the answer's author
 * @param body the answer in Markdown
 */
@TemplateData
record NewAnswer(long answerId, long questionId, String title, String writer, String body, Recipient recipient) {}
