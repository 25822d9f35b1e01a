package askme.session;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the member has proved in this session, a short time ago, who it is. Changes of what opens the account require it (ASVS 5.0,
 * 7.5.1): somebody at an unlocked computer must not take the account.
 */
@ApplicationScoped
@Unremovable
public class StepUp {

    static final Duration VALIDITY = Duration.ofMinutes(10);

    private final CurrentMember current;
    private final BrowserSession browser;
    private final Clock clock;

    StepUp(CurrentMember current, BrowserSession browser, Clock clock) {
        this.current = current;
        this.browser = browser;
        this.clock = clock;
    }

    public boolean isConfirmed() {
        return isConfirmed(current.confirmedAt(), clock.instant());
    }

    /** @param at when the member proved it; null if never */
    static boolean isConfirmed(Instant at, Instant now) {
        return at != null && at.plus(VALIDITY).isAfter(now);
    }

    /**
     * Checks that the member has proved it.
     *
     * @throws SignInRequired for a guest
     */
    public void require() {
        current.required();
        if (!isConfirmed()) {
            throw new ConfirmationRequired();
        }
    }

    /** The member of this session has proved it now. */
    public void confirmed() {
        browser.confirmed();
    }
}
