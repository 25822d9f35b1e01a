package askme.settings;

import java.util.Map;

/**
 * A text that is written in several languages.
 *
 * @param byLanguage the text of each language that has one
 */
public record Texts(Map<String, String> byLanguage) {

    /** No text in any language. */
    static final Texts NONE = new Texts(Map.of());

    public Texts {
        byLanguage = Map.copyOf(byLanguage);
    }

    static Texts of(String language, String text) {
        return new Texts(Map.of(language, text));
    }

    /** The text in {@code language}; empty if it was not written. */
    public String in(String language) {
        return byLanguage.getOrDefault(language, "");
    }

    public boolean isEmpty() {
        return byLanguage.values().stream().allMatch(String::isEmpty);
    }

    /** The text in {@code language}, otherwise in {@code other}, otherwise in any language; empty without one. */
    public String in(String language, String other) {
        String text = in(language).isEmpty() ? in(other) : in(language);
        return text.isEmpty()
                ? byLanguage.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("")
                : text;
    }
}
