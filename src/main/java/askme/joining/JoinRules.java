package askme.joining;

import askme.command.Production;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** The rules for new accounts. */
@ApplicationScoped
public class JoinRules {

    private final Settings settings;
    private final Invitations invitations;
    private final FirstRun firstRun;
    private final Production production;

    JoinRules(Settings settings, Invitations invitations, FirstRun firstRun, Production production) {
        this.settings = settings;
        this.invitations = invitations;
        this.firstRun = firstRun;
        this.production = production;
    }

    /** Why somebody may not join. */
    public enum Refusal {
        /** The first administrator has not set the site up yet. */
        NOT_SET_UP,
        /** Only addresses of other domains may. */
        DOMAIN,
        /** The link is missing or has ended. */
        INVITATION,
        NOBODY
    }

    /** Why nobody may join with this invitation (null for none) with any address; empty if somebody may. */
    public Optional<Refusal> refusal(String invitation) {
        if (production.why().isPresent() && firstRun.isWaiting()) {
            return Optional.of(Refusal.NOT_SET_UP);
        }
        return switch (settings.get(SettingKeys.JOIN)) {
            case SettingKeys.NOBODY -> Optional.of(Refusal.NOBODY);
            case SettingKeys.INVITATION ->
                invitations.isOpen(invitation) ? Optional.empty() : Optional.of(Refusal.INVITATION);
            default -> Optional.empty();
        };
    }

    /** Why the owner of the address {@code email} may not join with this invitation; empty if the owner may. */
    public Optional<Refusal> refusal(String email, String invitation) {
        return refusal(invitation)
                .or(() -> isWrongDomain(email) && !invitations.isOpen(invitation)
                        ? Optional.of(Refusal.DOMAIN)
                        : Optional.empty());
    }

    private boolean isWrongDomain(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return settings.get(SettingKeys.JOIN).equals(SettingKeys.DOMAINS)
                && !settings.get(SettingKeys.JOIN_DOMAINS).contains(domain);
    }

    /**
     * Counts the use of the invitation in the transaction that makes the member.
     *
     * @return false if it is needed and has ended since the check
     */
    public boolean use(String email, String invitation) {
        boolean used = invitation != null && !invitation.isEmpty() && invitations.use(invitation);
        boolean needed = settings.get(SettingKeys.JOIN).equals(SettingKeys.INVITATION) || isWrongDomain(email);
        return used || !needed;
    }
}
