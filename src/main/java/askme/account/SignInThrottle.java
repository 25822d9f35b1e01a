package askme.account;

import askme.web.ratelimit.LocalBuckets;
import askme.web.ratelimit.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * Slows down guessing: failures are counted for the account, or the name that is none, and for the address they come from. In
 * each process, so that nobody can sign in faster by making Redis fail.
 */
final class SignInThrottle {

    private final LocalBuckets buckets;
    private final RateLimit perAccount;
    private final RateLimit perAddress;

    SignInThrottle(AccountConfig.SignIn config, Clock clock) {
        buckets = new LocalBuckets(clock);
        perAccount = new RateLimit(config.perAccount(), config.window());
        perAddress = new RateLimit(config.perAddress(), config.window());
    }

    /** Counts an attempt as failed until {@link #succeeded}; zero, or how long to wait before the next one. */
    Duration attempt(String login, String address) {
        Duration wait = buckets.take("address " + address, perAddress);
        return wait.isZero() ? buckets.take(account(login), perAccount) : wait;
    }

    /** The attempt was no guess: it does not count. */
    void succeeded(String login, String address) {
        buckets.giveBack("address " + address, perAddress);
        buckets.giveBack(account(login), perAccount);
    }

    private static String account(String login) {
        return "account " + login.strip().toLowerCase(Locale.ROOT);
    }
}
