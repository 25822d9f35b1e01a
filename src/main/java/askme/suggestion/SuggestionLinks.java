package askme.suggestion;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of suggested edits. */
@TemplateExtension(namespace = "to", priority = 30)
public final class SuggestionLinks {

    public static final String ALL = "/moderation/edits";
    public static final String ONE = ALL + "/{id}";
    public static final String TAKE = ONE + "/take";
    public static final String DECLINE = ONE + "/decline";
    public static final String WITHDRAW = ONE + "/withdraw";

    /** The parameter of an edit form that takes this suggestion. */
    public static final String PARAMETER = "suggestion";

    private SuggestionLinks() {}

    /** Those that the member may decide. */
    public static String suggestedEdits() {
        return ALL + "/";
    }

    /** Those that the member proposed. */
    public static String ownSuggestedEdits() {
        return ALL + "/?of=me";
    }

    public static String suggestedEdit(long id) {
        return LocalPath.with(ONE, id) + "/";
    }

    static String takeSuggestedEdit(long id) {
        return LocalPath.with(TAKE, id);
    }

    static String declineSuggestedEdit(long id) {
        return LocalPath.with(DECLINE, id);
    }

    static String withdrawSuggestedEdit(long id) {
        return LocalPath.with(WITHDRAW, id);
    }

    /** The edit form at {@code path}, with the suggestion that it takes. */
    public static String taking(String path, EditMode mode) {
        return mode.takes()
                ? LocalPath.with(
                        path + "?" + PARAMETER + "={id}", mode.suggestion().id())
                : path;
    }
}
