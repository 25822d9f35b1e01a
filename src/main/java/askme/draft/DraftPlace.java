package askme.draft;

import io.quarkus.qute.TemplateData;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The form that a draft belongs to.
 *
 * @param name as in the address of the draft, such as {@code answer-33}
 */
@TemplateData
public record DraftPlace(String name) {

    private static final Pattern VALID = Pattern.compile("ask|(?:answer-|comment-[qa]|edit-[qa])[1-9]\\d{0,17}");

    /** The form for a new question. */
    public static final DraftPlace ASK = new DraftPlace("ask");

    /** The form for an answer to this question. */
    public static DraftPlace answerTo(long question) {
        return new DraftPlace("answer-" + question);
    }

    /**
     * The form for a comment.
     *
     * @param answer null for a comment under the question itself
     */
    public static DraftPlace commentOn(long question, Long answer) {
        return new DraftPlace(answer == null ? "comment-q" + question : "comment-a" + answer);
    }

    /** The form that edits this question. */
    public static DraftPlace editOfQuestion(long id) {
        return new DraftPlace("edit-q" + id);
    }

    /** The form that edits this answer. */
    public static DraftPlace editOfAnswer(long id) {
        return new DraftPlace("edit-a" + id);
    }

    /** The number after {@code prefix}; empty if the name begins in another way. */
    public OptionalLong idAfter(String prefix) {
        return name.startsWith(prefix)
                ? OptionalLong.of(Long.parseLong(name.substring(prefix.length())))
                : OptionalLong.empty();
    }

    /** The place with this name; empty if there is no such form. */
    static Optional<DraftPlace> named(String name) {
        return VALID.matcher(name).matches() ? Optional.of(new DraftPlace(name)) : Optional.empty();
    }

    public boolean isComment() {
        return name.startsWith("comment-");
    }
}
