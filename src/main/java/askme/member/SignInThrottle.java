package askme.member;

import askme.web.Buckets;
import askme.web.Rate;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * Slows down guessing: failures are counted for the account, or the name that is none, and for the address they come from. In
 * each process, so that nobody can sign in faster by making Redis fail.
 */
final class SignInThrottle {

    private final Buckets buckets;
    private final Rate perAccount;
    private final Rate perAddress;

    SignInThrottle(MemberConfig.SignIn config, Clock clock) {
        buckets = new Buckets(clock);
        perAccount = new Rate(config.perAccount(), config.window());
        perAddress = new Rate(config.perAddress(), config.window());
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
