package askme.admin;

import java.util.Locale;

/** Names of languages. */
final class LanguageNames {

    private LanguageNames() {}

    /** The name of the language with this code in the language itself. */
    static String of(String code) {
        Locale language = Locale.forLanguageTag(code);
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
