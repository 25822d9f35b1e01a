package askme.draft;

import askme.markdown.PostText;
import askme.web.http.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The body of a draft: the fields of its form as strings, and {@code typedAt}.
 *
 * @param fields JSON, without {@code typedAt}
 * @param typedAt in milliseconds since 1970
 */
record DraftText(String fields, long typedAt) {

    static final String TYPED_AT = "typedAt";

    private static final int MOST_FIELDS = 8;
    private static final int LONGEST_NAME = 20;

    /** Longer than a title or the tags of a question may be. */
    private static final int LONGEST_LINE = 500;

    private static final int LONGEST_COMMENT = 600;

    /**
     * The draft in {@code body}.
     *
     * @param body may be null
     * @param now a later {@code typedAt} counts as now: a clock that is wrong must not beat all later texts
     * @throws ProblemException with status 422 if it is no draft, or longer than the form permits
     */
    static DraftText of(DraftPlace place, JsonNode body, long now) {
        if (!(body instanceof ObjectNode draft)
                || !draft.path(TYPED_AT).canConvertToLong()
                || draft.size() < 2
                || draft.size() > MOST_FIELDS + 1) {
            throw bad();
        }
        long typedAt = Math.max(0, Math.min(draft.remove(TYPED_AT).asLong(), now));
        for (Map.Entry<String, JsonNode> field : draft.properties()) {
            if (!field.getValue().isTextual()
                    || field.getKey().length() > LONGEST_NAME
                    || field.getValue().textValue().length() > longest(place, field.getKey())) {
                throw bad();
            }
        }
        return new DraftText(draft.toString(), typedAt);
    }

    private static int longest(DraftPlace place, String field) {
        if (!field.equals("text")) {
            return LONGEST_LINE;
        }
        return place.isComment() ? LONGEST_COMMENT : PostText.LONGEST;
    }

    private static ProblemException bad() {
        return new ProblemException(
                422, "bad-draft", "A draft has the form's fields, within their limits, and typedAt in milliseconds.");
    }
}
