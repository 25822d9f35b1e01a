package askme.tag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was typed into a tags field, parsed. The one place that knows what a tag is: lower case, letters of any script,
 * digits, {@code - + # .}, at least one letter or digit, at most 32 characters.
 *
 * @param names the tags in the order typed, each once
 * @param bad the words that are no tags
 */
public record TagNames(List<String> names, List<String> bad) {

    /** The most tags a question may have. */
    public static final int MOST = 3;

    private static final int LONGEST = 32;
    private static final Pattern TAG =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}+#.-]*[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}+#.-]*");

    /** Splits {@code typed} (null allowed) at commas and spaces. */
    public static TagNames parse(String typed) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> bad = new LinkedHashSet<>();
        for (String word : (typed == null ? "" : typed).split("[,;\\s]+")) {
            String name = word.toLowerCase(Locale.ROOT);
            if (valid(name)) {
                names.add(name);
            } else if (!name.isEmpty()) {
                bad.add(word);
            }
        }
        return new TagNames(List.copyOf(names), List.copyOf(bad));
    }

    /** Whether {@code name} is a tag as it would be stored. */
    public static boolean valid(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                && TAG.matcher(name).matches();
    }
}
