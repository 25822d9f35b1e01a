package askme.tag;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parsed text of a tags field. A tag has at most 32 characters: lower-case letters of any script, digits and
 * {@code - + # .}, with at least one letter or digit. This class alone knows the rule.
 *
 * @param names the tags in the order typed, each once
 * @param bad the words that break the rule
 */
public record TagNames(List<String> names, List<String> bad) {

    /** The most tags a question may have. */
    public static final int MOST = 3;

    private static final int LONGEST = 32;
    private static final Pattern TAG =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}+#.-]*[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}+#.-]*");

    /** Commas, semicolons and spaces of any script. */
    private static final String SEPARATORS = "[,;\\s\\p{Z}\uff0c\u3001\uff1b\uff64\u060c\u061b]+";

    /** The form in which a tag is stored: lower case, in Unicode's form NFC. */
    public static String canonical(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Splits {@code typed} (null allowed) at commas and spaces. */
    public static TagNames parse(String typed) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> bad = new LinkedHashSet<>();
        for (String word : (typed == null ? "" : typed).split(SEPARATORS)) {
            String name = canonical(word);
            if (valid(name)) {
                names.add(name);
            } else if (!name.isEmpty()) {
                bad.add(word);
            }
        }
        return new TagNames(List.copyOf(names), List.copyOf(bad));
    }

    /** Whether {@code name} may be stored as a tag. */
    public static boolean valid(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                && TAG.matcher(name).matches();
    }
}
