package askme.member;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rights of a member beyond the privileges of the rating, the least first. The database has a flag for each but the first. */
@TemplateData
public enum Role {
    MEMBER,
    MODERATOR,
    ADMINISTRATOR;

    /** The name in forms and commands. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this role includes {@code other}. */
    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** The role of a member with these flags. */
    public static Role of(boolean admin, boolean moderator) {
        return admin ? ADMINISTRATOR : moderator ? MODERATOR : MEMBER;
    }

    /** The role of this name; empty for another name. */
    public static Optional<Role> of(String stored) {
        return Arrays.stream(values())
                .filter(role -> role.stored().equals(stored))
                .findFirst();
    }
}
