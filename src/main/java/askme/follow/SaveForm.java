package askme.follow;

import askme.markdown.UserInput;
import askme.web.http.ProblemException;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form for saving a question.
 *
 * @param saved {@code true} or {@code false}; missing to change it, or to store a note
 * @param note null if the note stays as it is
 */
public record SaveForm(
        @RestForm String saved,

        @RestForm @Size(max = SaveForm.LONGEST, message = "{askme.note.long}")
        String note) {

    public static final int LONGEST = 300;

    public SaveForm {
        saved = saved == null ? null : UserInput.line(saved);
        note = note == null ? null : UserInput.line(note);
    }

    /** The JSON body of a request to save a question. */
    public record Json(Boolean saved, String note) {

        static SaveForm form(Json body) {
            if (body == null) {
                return new SaveForm(null, null);
            }
            return new SaveForm(body.saved == null ? null : body.saved.toString(), body.note);
        }
    }

    /** Null to change it. A note is for a saved question. */
    Boolean wanted() {
        Boolean wanted = FollowForm.ofField(saved);
        return wanted == null && note != null ? Boolean.TRUE : wanted;
    }

    static void refuse(String message) {
        throw new ProblemException(422, "bad-note", message);
    }
}
