package askme.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Real browsers for tests: one Chromium for the whole run, with a separate profile for each person. The person signs in as a
 * {@link Visitor}; the window gets the cookies.
 *
 * <pre>
 * &#64;RegisterExtension
 * Browsers browsers = new Browsers();
 * …
 * Page page = browsers.of(Visitor.member("ann"), "/question/1/");
 * </pre>
 *
 * After each test its windows are closed. The test fails if a page threw an error that no script caught.
 */
public final class Browsers implements AfterEachCallback {

    private static final List<Path> INSTALLED = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final double PATIENCE_MS = 15_000;

    private static Browser chromium;

    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    /** Opens a window of {@code visitor} at {@code path}, in the visitor's language, and waits until it has loaded. */
    public Page of(Visitor visitor, String path) {
        Page page = profile(visitor, new Browser.NewContextOptions()).newPage();
        page.navigate(path);
        return page;
    }

    /**
     * Opens a window and waits until Centrifugo has confirmed its subscription.
     *
     * @param reply the part of Centrifugo's reply that confirms it: "subs" for the member's own channel, "subscribe" for the channel of the page
     */
    public Page subscribed(Visitor visitor, String path, String reply) {
        Page page = profile(visitor, new Browser.NewContextOptions()).newPage();
        AtomicBoolean confirmed = new AtomicBoolean();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> {
            if (frame.text() != null && frame.text().contains('"' + reply + "\":")) {
                confirmed.set(true);
            }
        }));
        page.navigate(path);
        page.waitForCondition(confirmed::get);
        return page;
    }

    /** A new profile with the visitor's cookies; {@code options} for screens, colours and similar settings. */
    public BrowserContext profile(Visitor visitor, Browser.NewContextOptions options) {
        return profile("http://localhost:" + SecondProcess.door(), visitor, options);
    }

    /** A profile of a guest at a site in another process, with a self-signed certificate. */
    public BrowserContext at(String base) {
        return profile(base, Visitor.guest(), new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
    }

    private BrowserContext profile(String base, Visitor visitor, Browser.NewContextOptions options) {
        BrowserContext profile = chromium().newContext(options.setBaseURL(base).setLocale(visitor.language()));
        profile.setDefaultTimeout(PATIENCE_MS);
        List<Cookie> cookies = visitor.cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(base))
                .toList();
        if (!cookies.isEmpty()) {
            profile.addCookies(cookies);
        }
        profile.onWebError(error -> errors.add(error.error()));
        profiles.add(profile);
        return profile;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        profiles.forEach(BrowserContext::close);
        profiles.clear();
        List<String> found = List.copyOf(errors);
        errors.clear();
        if (!found.isEmpty()) {
            throw new AssertionError("errors in pages: " + found);
        }
    }

    private static synchronized Browser chromium() {
        if (chromium == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            // Containers have a small /dev/shm and no user namespaces.
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        }
        return chromium;
    }

    private static Path executable() {
        String named = System.getenv("ASKME_TEST_CHROMIUM");
        return Stream.concat(Stream.ofNullable(named).map(Path::of), INSTALLED.stream())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no Chromium: install it, or name it in ASKME_TEST_CHROMIUM"));
    }
}
