package askme.account;

import askme.web.ratelimit.Buckets;
import askme.web.ratelimit.RateLimit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Slows down password guessing, so that a guesser does not lock out the owner:
 * <ul>
 *   <li>The failures of a device that signed in to the account before count separately. Those of others do not affect it.
 *   <li>Another device has those of its network address, and those of the account (or of the name, if no account has it).
 *   <li>After the account's failures are used up, each address has a few more for this account, up to a total.
 * </ul>
 * All web processes count together, and each in its own memory too, so that an outage of Redis does not help a guesser.
 */
final class SignInThrottle {

    /** All failures of one account, as a multiple of the first ones. A guesser needs dozens of addresses to use them up. */
    private static final int TOTAL_FACTOR = 20;

    private static final int LONGEST_KEY = 300;

    private final Buckets buckets;
    private final RateLimit perAccount;
    private final RateLimit perAccountInTotal;
    private final RateLimit perAccountAndAddress;
    private final RateLimit perAddress;

    SignInThrottle(AccountConfig.SignIn config, Buckets buckets) {
        this.buckets = buckets;
        perAccount = new RateLimit(config.perAccount(), config.window());
        perAccountInTotal = new RateLimit(TOTAL_FACTOR * config.perAccount(), config.window());
        perAccountAndAddress = new RateLimit(config.perAccountAndAddress(), config.window());
        perAddress = new RateLimit(config.perAddress(), config.window());
    }

    /**
     * An attempt to sign in.
     *
     * @param account the name of the account; after a new password it differs, so that the failures before no longer count
     * @param address the network address
     * @param device the device, if it signed in to this account before
     */
    record Attempt(String account, String address, Optional<String> device) {

        Attempt {
            String name = account.strip().toLowerCase(Locale.ROOT);
            account = name.substring(0, Math.min(name.length(), LONGEST_KEY));
        }

        private String ofAccount() {
            return "account " + account;
        }

        private String ofTotal() {
            return "total " + account;
        }

        private String ofBoth() {
            return "both " + address + " " + account;
        }

        private String ofAddress() {
            return "address " + address;
        }

        private String ofDevice() {
            return "device " + device.orElseThrow() + " " + account;
        }
    }

    /** Counts an attempt as failed until {@link #succeeded}. Returns zero, or how long to wait before the next attempt. */
    Duration count(Attempt attempt) {
        if (attempt.device().isPresent()) {
            return buckets.take(attempt.ofDevice(), perAccount);
        }
        Duration wait = buckets.take(attempt.ofAddress(), perAddress);
        if (!wait.isZero() || buckets.take(attempt.ofAccount(), perAccount).isZero()) {
            return wait;
        }
        wait = buckets.take(attempt.ofBoth(), perAccountAndAddress);
        return wait.isZero() ? buckets.take(attempt.ofTotal(), perAccountInTotal) : wait;
    }

    /** The password was right: the attempt no longer counts as failed. */
    void succeeded(Attempt attempt) {
        if (attempt.device().isPresent()) {
            buckets.giveBack(attempt.ofDevice(), perAccount);
            return;
        }
        buckets.giveBack(attempt.ofAddress(), perAddress);
        buckets.giveBack(attempt.ofAccount(), perAccount);
        buckets.giveBack(attempt.ofBoth(), perAccountAndAddress);
    }
}
