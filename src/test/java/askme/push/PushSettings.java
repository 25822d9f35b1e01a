package askme.push;

import askme.web.WebConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings for tests without the site. */
record PushSettings(boolean privateServices) implements PushConfig {

    static final Duration TIMEOUT = Duration.ofSeconds(2);
    static final String PUBLIC;
    private static final String PRIVATE;

    static {
        BrowserKeys pair = new BrowserKeys();
        PUBLIC = BrowserKeys.base64(pair.point());
        PRIVATE = BrowserKeys.base64(pair.number());
    }

    @Override
    public Optional<String> publicKey() {
        return Optional.of(PUBLIC);
    }

    @Override
    public Optional<String> privateKey() {
        return Optional.of(PRIVATE);
    }

    @Override
    public int devices() {
        return 10;
    }

    @Override
    public Duration timeout() {
        return TIMEOUT;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    /** A site with https. */
    record Site() implements WebConfig {

        @Override
        public URI baseUrl() {
            return URI.create("https://ask.example.org");
        }

        @Override
        public String secret() {
            return "";
        }

        @Override
        public Duration sharedCache() {
            return Duration.ZERO;
        }

        @Override
        public boolean hstsSubdomains() {
            return false;
        }

        @Override
        public int mostRequests() {
            return 1;
        }
    }
}
