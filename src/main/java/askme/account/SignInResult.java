package askme.account;

import askme.member.Member;
import askme.member.MemberMessages;
import askme.web.page.DateFormats;
import java.time.Duration;
import java.time.Instant;

/** The result of a check of a name and a password. */
public sealed interface SignInResult {

    /**
     * The password is right.
     *
     * @param passwordHash the hash that is stored now, null without a password; {@code member} may hold the one before
     */
    record Success(Member member, String passwordHash) implements SignInResult {}

    /** The account does not exist, or the password is wrong. */
    record WrongCredentials() implements SignInResult {}

    /**
     * Nothing was checked, as too many attempts failed.
     *
     * @param retryAfter the time until the next attempt is allowed
     */
    record Throttled(Duration retryAfter) implements SignInResult {}

    /**
     * The password is right, but the account is suspended.
     *
     * @param until null without an end
     * @param reason may be empty
     */
    record Suspended(Instant until, String reason) implements SignInResult {

        /** The text for the member. */
        public String text(MemberMessages messages) {
            String when = until == null ? messages.suspended() : messages.suspended_until(DateFormats.readable(until));
            return reason.isEmpty() ? when : when + " " + messages.suspension_why(reason);
        }
    }
}
