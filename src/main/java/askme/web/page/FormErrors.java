package askme.web.page;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The errors of a form by field, in the reader's language. */
@TemplateData
public final class FormErrors {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** No errors, for a form that was not submitted yet. Errors can be added to it. */
    public static FormErrors none() {
        return new FormErrors();
    }

    /** Adds {@code message} to {@code field}, unless the field already has a message. */
    public FormErrors add(String field, String message) {
        byField.putIfAbsent(field, message);
        return this;
    }

    /** Removes the error of {@code field}. */
    public void remove(String field) {
        byField.remove(field);
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    /** The message of {@code field}, or null. */
    public String of(String field) {
        return byField.get(field);
    }

    /** The fields with an error, in the order in which the errors were added. */
    public List<String> fields() {
        return List.copyOf(byField.keySet());
    }
}
