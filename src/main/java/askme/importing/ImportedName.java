package askme.importing;

import askme.member.Nickname;
import java.lang.Character.UnicodeScript;
import java.util.function.Predicate;

/**
 * The nickname of an imported member. One rule: spaces become {@code -}, other signs and letters of a second script are dropped, at most 32
 * characters are kept, and {@code -2}, {@code -3} and so on is added while the name is refused.
 */
public final class ImportedName {

    private static final int LONGEST = 32;
    private static final int SHORTEST = 2;
    private static final String FALLBACK = "member-";

    private ImportedName() {}

    /**
     * The nickname for a name of another site.
     *
     * @param refused whether a nickname is taken or reserved
     */
    public static String of(String name, long oldId, Predicate<String> refused) {
        String base = cut(allowed(Nickname.Check.clean(name == null ? "" : name)), LONGEST);
        boolean usable = base.codePointCount(0, base.length()) >= SHORTEST
                && Nickname.Check.valid(base)
                && !Nickname.Check.nameless(base)
                && !Nickname.Check.uncommon(base);
        if (!usable) {
            base = FALLBACK + oldId;
        }
        String free = base;
        for (int number = 2; refused.test(free); number++) {
            String suffix = "-" + number;
            free = cut(base, LONGEST - suffix.length()) + suffix;
        }
        return free;
    }

    private static String allowed(String name) {
        StringBuilder kept = new StringBuilder();
        UnicodeScript script = null;
        for (int c : name.replaceAll("[\\s\\p{Z}]+", "-").codePoints().toArray()) {
            UnicodeScript own = UnicodeScript.of(c);
            boolean shared = own == UnicodeScript.COMMON || own == UnicodeScript.INHERITED;
            boolean letter = Character.isLetter(c);
            boolean fits = shared || script == null || own == script || bothJapanese(script, own);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK;
            if (fits && (letter || mark || Character.isDigit(c) || c == '_' || c == '-')) {
                script = letter && !shared && script == null ? own : script;
                kept.appendCodePoint(c);
            }
        }
        return kept.toString().replaceAll("-{2,}", "-").replaceAll("^-+|-+$", "");
    }

    private static boolean bothJapanese(UnicodeScript one, UnicodeScript other) {
        return japanese(one) && japanese(other);
    }

    private static boolean japanese(UnicodeScript script) {
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    private static String cut(String name, int most) {
        int characters = name.codePointCount(0, name.length());
        return characters <= most ? name : name.substring(0, name.offsetByCodePoints(0, most));
    }
}
