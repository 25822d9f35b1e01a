package askme.support;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.ImmutableCapabilities;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.firefox.FirefoxDriver;
import org.openqa.selenium.firefox.FirefoxOptions;
import org.openqa.selenium.firefox.GeckoDriverService;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A browser engine that Playwright does not drive here, as the distribution packages it; {@code bin/setup --engines} installs it. */
public enum Engine {
    FIREFOX(true, List.of("firefox-esr", "geckodriver")) {
        @Override
        WebDriver open(boolean scripts, Deque<Process> started) {
            FirefoxOptions options = new FirefoxOptions()
                    .setBinary(program("firefox-esr").orElseThrow())
                    .addArguments("-headless", "-width", "1280", "-height", "900")
                    .addPreference("intl.accept_languages", "en")
                    .addPreference("javascript.enabled", scripts)
                    .enableBiDi();
            File driver = program("geckodriver").orElseThrow().toFile();
            return new FirefoxDriver(
                    new GeckoDriverService.Builder()
                            .usingDriverExecutable(driver)
                            .build(),
                    options);
        }
    },

    /** Its driver reads pages by scripts, so it cannot drive pages without them. */
    WEBKIT(false, List.of("WebKitWebDriver", "MiniBrowser", "Xvfb")) {
        @Override
        WebDriver open(boolean scripts, Deque<Process> started) throws IOException {
            Process screen = start(started, Map.of(), "Xvfb", "-displayfd", "1", "-screen", "0", "1300x1000x24");
            String display;
            try (BufferedReader output = screen.inputReader()) {
                display = ":" + output.readLine();
            }
            int port = freePort();
            Map<String, String> environment =
                    Map.of("DISPLAY", display, "LANGUAGE", "en", "LIBGL_ALWAYS_SOFTWARE", "1", "NO_AT_BRIDGE", "1");
            start(started, environment, "WebKitWebDriver", "--host=127.0.0.1", "--port=" + port);
            Map<String, Object> browser =
                    Map.of("binary", program("MiniBrowser").orElseThrow().toString(), "args", List.of("--automation"));
            return session(URI.create("http://127.0.0.1:" + port), browser);
        }

        private WebDriver session(URI driver, Map<String, Object> browser) throws IOException {
            await().atMost(Duration.ofSeconds(20)).until(() -> answers(driver));
            return new RemoteWebDriver(driver.toURL(), new ImmutableCapabilities("webkitgtk:browserOptions", browser));
        }
    };

    private static final List<Path> DIRECTORIES = Stream.concat(
                    Arrays.stream(System.getenv("PATH").split(":")),
                    Stream.of(
                            System.getProperty("user.home") + "/.cargo/bin",
                            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1",
                            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1"))
            .map(Path::of)
            .toList();

    private final boolean withoutScripts;
    private final List<String> programs;

    Engine(boolean withoutScripts, List<String> programs) {
        this.withoutScripts = withoutScripts;
        this.programs = programs;
    }

    /** Whether pages can be driven without scripts. */
    public boolean withoutScripts() {
        return withoutScripts;
    }

    /** The programs that this machine lacks. */
    public List<String> missing() {
        return programs.stream().filter(name -> program(name).isEmpty()).toList();
    }

    /** Opens a new browser. The processes that it needs and that must be ended later are added to {@code started}. */
    abstract WebDriver open(boolean scripts, Deque<Process> started) throws IOException;

    static Optional<Path> program(String name) {
        return DIRECTORIES.stream()
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Process start(Deque<Process> started, Map<String, String> environment, String name, String... arguments)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(program(name).orElseThrow().toString()), Stream.of(arguments))
                        .toList());
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        started.push(process);
        return process;
    }

    private static boolean answers(URI server) {
        try (java.net.Socket socket = new Socket(server.getHost(), server.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
