package askme.member;

import askme.command.Production;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The administrators in the configuration, in addition to those in the table. */
@ApplicationScoped
public class ConfiguredAdmins {

    /** Nicknames that seem to represent the site. */
    private static final Set<String> OFFICIAL =
            Set.of("root", "admin", "administrator", "moderator", "support", "askme");

    private final Set<String> named;
    private final Production production;
    private final Settings settings;

    ConfiguredAdmins(MemberConfig config, Production production, Settings settings) {
        this.settings = settings;
        this.production = production;
        named = config.admins().orElse(Set.of()).stream()
                .map(n -> Nickname.Check.clean(n).toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The nicknames in the configuration, in small letters. */
    public Set<String> nicknames() {
        return named;
    }

    /** Whether the configuration makes the member with this nickname an administrator. */
    public boolean named(String nickname) {
        return named.contains(nickname.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether nobody may take this nickname. Nicknames that seem to represent the site are reserved. In production, those of
     * configured administrators are reserved too: the first member to take one would get the rights. A nickname that only looks
     * like one of these is reserved too.
     */
    public boolean reserved(String nickname) {
        return named.stream().anyMatch(admin -> Lookalikes.alike(admin, nickname))
                ? production.why().isPresent()
                : officialNames().anyMatch(official -> Lookalikes.alike(official, nickname));
    }

    /** The usual names, the site's own, and those that an administrator has reserved. */
    private Stream<String> officialNames() {
        String site = settings.get(SettingKeys.NAME).replaceAll("\\s", "-");
        return Stream.concat(
                OFFICIAL.stream(), Stream.concat(Stream.of(site), settings.get(SettingKeys.RESERVED_NAMES).stream()));
    }
}
