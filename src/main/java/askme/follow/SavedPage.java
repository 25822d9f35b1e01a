package askme.follow;

import askme.web.page.FormErrors;
import askme.web.page.KeyPaginator;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A page of the private list of a member.
 *
 * @param words the text that was searched for, or ""
 * @param refused the question whose note was refused, 0 for none
 * @param note the refused note
 */
@TemplateData
public record SavedPage(
        List<SavedQuestion> questions, String words, KeyPaginator pages, long refused, String note, FormErrors errors) {

    /** The note in the field of this question. */
    public String noteOf(SavedQuestion question) {
        return question.id() == refused ? note : question.note();
    }

    /** The error of the note of this question, or "". */
    public String errorOf(SavedQuestion question) {
        return question.id() == refused ? errors.of("note") : "";
    }

    /** The most characters of a note. */
    public int longest() {
        return SaveForm.LONGEST;
    }
}
