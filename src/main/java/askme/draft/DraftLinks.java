package askme.draft;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of drafts. */
@TemplateExtension(namespace = "to", priority = 16)
final class DraftLinks {

    static final String DRAFT = "/drafts/{place}";

    private DraftLinks() {}

    static String askDraft() {
        return draft(DraftPlace.ASK);
    }

    static String answerDraft(long question) {
        return draft(DraftPlace.answerTo(question));
    }

    /** @param answer null for a comment under the question itself */
    static String commentDraft(long question, Long answer) {
        return draft(DraftPlace.commentOn(question, answer));
    }

    static String questionEditDraft(long id) {
        return draft(DraftPlace.editOfQuestion(id));
    }

    static String answerEditDraft(long id) {
        return draft(DraftPlace.editOfAnswer(id));
    }

    private static String draft(DraftPlace place) {
        return LocalPath.with(DRAFT, place.name());
    }
}
