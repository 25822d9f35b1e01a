package askme.member;

import askme.command.Production;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The administrators that the configuration names, beside those of the table. */
@ApplicationScoped
public class ConfiguredAdmins {

    /** Names that speak for the site. */
    private static final Set<String> OFFICIAL =
            Set.of("root", "admin", "administrator", "moderator", "support", "askme");

    private final Set<String> named;
    private final Production production;

    ConfiguredAdmins(MemberConfig config, Production production) {
        this.production = production;
        named = config.admins().orElse(Set.of()).stream()
                .map(n -> n.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether whoever bears this nickname is an administrator. */
    public boolean named(String nickname) {
        return named.contains(nickname.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether nobody may take this nickname: one that speaks for the site, or that of a configured administrator of a site that
     * people use, where whoever comes first would have the rights; nor one that differs by its accents alone, as readers and the
     * database see none.
     */
    public boolean reserved(String nickname) {
        String plain = Nickname.Check.plain(nickname);
        return named.stream().map(Nickname.Check::plain).anyMatch(plain::equals)
                ? production.why().isPresent()
                : OFFICIAL.contains(plain);
    }
}
