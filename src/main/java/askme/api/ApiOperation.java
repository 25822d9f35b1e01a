package askme.api;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;

/**
 * An operation of the API, as its page shows it.
 *
 * @param id stable; it is also the key of the text that describes the operation
 * @param token whether a guest is refused
 * @param values the parameters, and the members of the body
 * @param statuses all that the operation answers with
 */
@TemplateData
record ApiOperation(String id, String method, String path, boolean token, List<Value> values, List<String> statuses) {

    /**
     * A parameter, or a member of the body.
     *
     * @param place path, query, header or body
     * @param type the type of its JSON
     * @param words the only texts that are allowed; empty if all are
     * @param longest the most characters; null without a limit
     * @param most the most items of a list; null without a limit
     */
    @TemplateData
    record Value(
            String name,
            String place,
            String type,
            boolean required,
            List<String> words,
            Integer longest,
            Integer most) {

        /** The key of the text that describes it. */
        public String key() {
            return "value_" + name.toLowerCase(Locale.ROOT).replace('-', '_');
        }

        /** The words in one line. */
        public String anyOf() {
            return String.join(", ", words);
        }
    }

    /** Whether it only reads. */
    public boolean reads() {
        return method.equals("GET");
    }
}
