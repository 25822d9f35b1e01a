package askme.member;

import com.ibm.icu.text.SpoofChecker;

/** Texts that look alike, by the Unicode Technical Standard 39. */
final class Lookalikes {

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

    private Lookalikes() {}

    /** Whether both look alike. Case and accents make no difference: readers overlook them. */
    static boolean alike(String one, String other) {
        return skeleton(one).equals(skeleton(other));
    }

    /** Texts that look alike have the same skeleton (UTS 39, 4). It is not meant to be shown. */
    private static String skeleton(String text) {
        return Nickname.Check.plain(CHECKER.getSkeleton(Nickname.Check.plain(text)));
    }

    /** Whether all characters are in common use in names (UTS 39, 3.1). Phonetic letters such as ᴀ are not. */
    static boolean isCommon(String text) {
        return text.codePoints()
                .allMatch(c -> c < 0x80 || SpoofChecker.RECOMMENDED.contains(c) || SpoofChecker.INCLUSION.contains(c));
    }
}
