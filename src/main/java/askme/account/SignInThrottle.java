package askme.account;

import askme.web.ratelimit.LocalBuckets;
import askme.web.ratelimit.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * Slows down password guessing. Failures are counted for the account (or the name, if no account has it) and for the network
 * address. Each process counts in its own memory, so that an outage of Redis does not help a guesser.
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

    /** Counts an attempt as failed until {@link #succeeded}. Returns zero, or how long to wait before the next attempt. */
    Duration attempt(String login, String address) {
        Duration wait = buckets.take("address " + address, perAddress);
        return wait.isZero() ? buckets.take(account(login), perAccount) : wait;
    }

    /** The password was right: the attempt no longer counts as failed. */
    void succeeded(String login, String address) {
        buckets.giveBack("address " + address, perAddress);
        buckets.giveBack(account(login), perAccount);
    }

    private static String account(String login) {
        return "account " + login.strip().toLowerCase(Locale.ROOT);
    }
}
