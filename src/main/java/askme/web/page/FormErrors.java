package askme.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, field by field, in the reader's language. */
public final class FormErrors {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** No error at all: what a form shows the first time. */
    public static FormErrors none() {
        return new FormErrors();
    }

    /** Adds {@code message} to {@code field} unless the field has one already: the first one is enough to act on. */
    public FormErrors add(String field, String message) {
        byField.putIfAbsent(field, message);
        return this;
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    /** The message beside {@code field}, or null. */
    public String of(String field) {
        return byField.get(field);
    }

    /** The fields with an error, in the order found. */
    public List<String> fields() {
        return List.copyOf(byField.keySet());
    }
}
