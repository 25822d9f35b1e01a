package askme.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The administrators that the configuration names, beside those of the table. */
@ApplicationScoped
class Admins {

    private final Set<String> named;

    Admins(MemberConfig config) {
        named = config.admins().orElse(Set.of()).stream()
                .map(n -> n.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether whoever bears this nickname is an administrator; nobody may take such a name by renaming. */
    boolean named(String nickname) {
        return named.contains(nickname.toLowerCase(Locale.ROOT));
    }
}
