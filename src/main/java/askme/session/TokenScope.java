package askme.session;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of a member's rights that a token of the API has. */
@TemplateData
public enum TokenScope {
    /** To read all that the member may read. */
    READ,

    /** To post, edit, vote and delete. */
    WRITE,

    /** To use the rights of a moderator or an administrator too, if the member has them. */
    MODERATE;

    /** The name in forms, in the table and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope with this name; empty for another name. */
    public static Optional<TokenScope> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }

    /** The names, separated by spaces, in the order of this type. */
    static String words(Set<TokenScope> scopes) {
        return Arrays.stream(values())
                .filter(scopes::contains)
                .map(TokenScope::word)
                .collect(Collectors.joining(" "));
    }

    /** The scopes of {@link #words}. Names that this version does not know give no right. */
    static Set<TokenScope> parse(String words) {
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        for (String word : words.split(" ")) {
            of(word).ifPresent(scopes::add);
        }
        return scopes;
    }
}
