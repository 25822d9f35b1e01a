package askme.member;

import com.ibm.icu.text.SpoofChecker;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that look alike, by the Unicode Technical Standard 39. */
final class Lookalikes {

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

    private Lookalikes() {}

    /** Whether both look alike. Case and accents make no difference: readers overlook them. */
    static boolean alike(String one, String other) {
        return !Collections.disjoint(skeletons(one), skeletons(other));
    }

    /**
     * Texts that look alike have the same skeleton (UTS 39, 4). A capital letter may look like another letter than its small one,
     * so the text as it is written and in small letters have their own.
     */
    static Set<String> skeletons(String text) {
        String plain = Nickname.Check.plain(text);
        return Stream.of(CHECKER.getSkeleton(text), CHECKER.getSkeleton(plain))
                .map(Nickname.Check::plain)
                .collect(Collectors.toSet());
    }

    /** Whether all characters are in common use in names (UTS 39, 3.1). Phonetic letters such as ᴀ are not. */
    static boolean isCommon(String text) {
        return text.codePoints()
                .allMatch(c -> c < 0x80 || SpoofChecker.RECOMMENDED.contains(c) || SpoofChecker.INCLUSION.contains(c));
    }
}
