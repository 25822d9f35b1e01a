package askme.mail;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A mail about several answers.
 *
 * @param answers in the order of their ids, at least one
 */
@TemplateData
record GatheredMail(Recipient recipient, List<Line> answers) {

    /**
     * One answer in the mail.
     *
     * @param title the question's title
     * @param writer the nickname of the answer's author
     * @param url the absolute address of the answer
     */
    @TemplateData
    record Line(long answerId, String title, String writer, String url) {}
}
