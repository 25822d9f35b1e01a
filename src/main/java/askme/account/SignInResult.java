package askme.account;

import askme.member.Member;
import java.time.Duration;

/** The result of a check of a name and a password. */
sealed interface SignInResult {

    /**
     * The password is right.
     *
     * @param passwordHash the hash that is stored now; {@code member} may hold the one before
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

    /** The password is right, but the account is suspended. */
    record Suspended() implements SignInResult {}
}
