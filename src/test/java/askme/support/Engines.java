package askme.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Opens windows of Firefox and WebKit, one browser for each person, and closes them after the test. */
public final class Engines implements AfterEachCallback {

    /** Records when the page first shows each of the given texts (ms since 1970), and as "no " and the text when it no longer shows it. */
    public static final String WATCH = """
            const texts = arguments, seen = window.askmeSeen = {}
            new MutationObserver(() => {
              for (const text of texts) {
                const shown = document.body.textContent.includes(text)
                if (shown) seen[text] ??= Date.now()
                else if (seen[text]) seen['no ' + text] ??= Date.now()
              }
            }).observe(document.body, {subtree: true, childList: true, characterData: true})
            """;

    /** Returns the time that {@link #WATCH} recorded for the given key, or null. */
    public static final String SEEN = "return window.askmeSeen[arguments[0]]";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<WebDriver> drivers = new ArrayList<>();
    private final Deque<Process> processes = new ArrayDeque<>();

    /** A window of a guest. The test is skipped if the machine lacks the engine. */
    public Window open(Engine engine, boolean scripts) {
        assumeTrue(engine.missing().isEmpty(), () -> engine + " was NOT tested: no " + engine.missing());
        assumeTrue(scripts || engine.withoutScripts(), () -> engine + " cannot be driven without scripts");
        try {
            WebDriver driver = engine.open(scripts, processes);
            drivers.add(driver);
            driver.manage().window().setSize(new Dimension(1280, 900));
            return new Window(driver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        drivers.forEach(WebDriver::quit);
        drivers.clear();
        while (!processes.isEmpty()) {
            processes.pop().destroy();
        }
    }

    /** The window of one person. Each step waits until the page is ready for it. */
    public static final class Window {

        private final WebDriver driver;
        private final WebDriverWait waiting;

        private Window(WebDriver driver) {
            this.driver = driver;
            this.waiting = new WebDriverWait(driver, PATIENCE);
            waiting.ignoring(StaleElementReferenceException.class);
        }

        public Window go(String path) {
            driver.get("http://localhost:" + SecondProcess.door() + path);
            return this;
        }

        public Window fill(String css, CharSequence... keys) {
            return act(css, field -> {
                field.clear();
                field.sendKeys(keys);
            });
        }

        public Window press(String css, CharSequence... keys) {
            return act(css, field -> field.sendKeys(keys));
        }

        public Window click(String css) {
            return act(css, WebElement::click);
        }

        private Window act(String css, Consumer<WebElement> act) {
            until(window -> {
                WebElement ready = ExpectedConditions.elementToBeClickable(By.cssSelector(css))
                        .apply(window);
                return ready != null && acted(ready, act);
            });
            return this;
        }

        /** WebKit's driver does not scroll to an element whose border is in sight, and then refuses it. */
        private boolean acted(WebElement element, Consumer<WebElement> act) {
            try {
                act.accept(element);
                return true;
            } catch (ElementNotInteractableException outOfSight) {
                ((JavascriptExecutor) driver).executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                return false;
            }
        }

        public Window see(String css, String text) {
            // The property, as WebKit's driver sees no text in a summary.
            until(window -> window.findElements(By.cssSelector(css)).stream()
                    .anyMatch(element -> element.getDomProperty("textContent").contains(text)));
            return this;
        }

        public Window see(String css) {
            until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
            return this;
        }

        /** The message of a failure has what the window shows. */
        private <T> T until(ExpectedCondition<T> condition) {
            try {
                return waiting.until(condition);
            } catch (TimeoutException e) {
                String shown = driver.findElement(By.tagName("body")).getText();
                throw new AssertionError(driver.getCurrentUrl() + "\n" + shown, e);
            }
        }

        /** Waits for an address that matches the expression and returns its path. */
        public String reach(String address) {
            until(ExpectedConditions.urlMatches(address));
            return driver.getCurrentUrl().replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
        }

        /** Runs a script in the page, with {@code given} as its arguments, and returns its value. */
        public Object script(String script, Object... given) {
            return ((JavascriptExecutor) driver).executeScript(script, given);
        }

        /** Records from now on when the page first shows each text, and when it no longer shows it. */
        public Window watch(String... texts) {
            script(WATCH, (Object[]) texts);
            return this;
        }

        /** Waits until {@link #watch} recorded {@code key}, which is a text or "no " and a text, and returns when (ms since 1970). */
        public long seen(String key) {
            return until(window -> (Number) ((JavascriptExecutor) window).executeScript(SEEN, key))
                    .longValue();
        }

        /** Opens the sign-in, and signs in as {@code visitor}. */
        public Window signIn(Visitor visitor) {
            go("/login/").fill("[name=login]", visitor.nickname()).fill("[name=password]", Visitor.PASSWORD);
            return click("main form .btn-primary[type=submit]").see("header .nickname", visitor.nickname());
        }
    }
}
