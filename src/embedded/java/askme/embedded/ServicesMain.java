package askme.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The process of the embedded services. It is separate from the application, so that a live reload does not stop them and
 * Ctrl-C reaches the application first. When the application ends in any way, the standard input of this process is closed,
 * and it stops the services.
 *
 * <ol>
 * <li>Reads the configured secrets from standard input: {@code key=value} lines until an empty line.
 * <li>Takes the lock of the data directory, and ends servers of a run that was killed.
 * <li>Starts the services in parallel, and writes their addresses to {@code .askme/addresses.properties}.
 * <li>Prints {@code key=value} lines and {@code ready}; or {@code busy}, or {@code error=why}.
 * <li>Waits for the end of standard input.
 * </ol>
 */
public final class ServicesMain {

    static final String ADDRESSES = "addresses.properties";
    static final String LOG = "services.log";
    static final String READY = "ready";
    static final String BUSY = "busy";
    static final String ERROR = "error";
    private static final int CONSOLE_PORT = 8025;
    private static final long PREVIOUS_RUN_MS = 20_000;

    private final DataDirectory directory;
    private final boolean temporary;
    private final Set<String> wanted;
    private final List<EmbeddedService> services = new ArrayList<>();
    private Console console;
    private volatile boolean failed;

    private ServicesMain(DataDirectory directory, boolean temporary, Set<String> wanted) {
        this.directory = directory;
        this.temporary = temporary;
        this.wanted = wanted;
    }

    /** Arguments: the data directory, the wanted services separated by commas, and {@code fresh} or {@code temporary}. */
    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        // Standard error is the log file: output of libraries belongs there.
        System.setOut(System.err);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<String> options = Arrays.asList(args).subList(2, args.length);
        DataDirectory directory = new DataDirectory(Path.of(args[0]));
        ServicesMain main = new ServicesMain(directory, options.contains("temporary"), Set.of(args[1].split(",")));
        try {
            Optional<FileLock> lock = main.awaitLock();
            if (lock.isEmpty()) {
                answers.println(BUSY);
                return;
            }
            main.run(configured(input), options.contains("fresh"), answers);
            input.transferTo(Writer.nullWriter());
        } catch (Exception e) {
            main.failed = true;
            e.printStackTrace();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            answers.println(ERROR + "="
                    + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
        }
        System.exit(0);
    }

    private void run(Map<String, String> configured, boolean fresh, PrintStream answers) throws Exception {
        if (fresh) {
            directory.wipe();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop the services"));
        Secrets secrets = new Secrets(directory, configured);
        MailServer mails = new MailServer(directory, temporary);
        for (EmbeddedService service : EmbeddedServices.all(directory, secrets, temporary, mails)) {
            if (wanted.contains(service.name())) {
                services.add(service);
            }
        }
        each(ServiceStart::run);
        console = new Console(directory.port("console", temporary ? 0 : CONSOLE_PORT), mails, services);
        Properties addresses = addresses(secrets);
        directory.write(ADDRESSES, addresses);
        addresses.forEach((key, value) -> answers.println(key + "=" + value));
        answers.println(READY);
    }

    private Properties addresses(Secrets secrets) {
        Properties addresses = new Properties();
        addresses.setProperty(
                "embedded.pid", Long.toString(ProcessHandle.current().pid()));
        addresses.setProperty("embedded.console", console.url());
        addresses.setProperty("askme.secret", secrets.of("askme.secret"));
        addresses.setProperty("askme.centrifugo.api-key", secrets.of("askme.centrifugo.api-key"));
        addresses.setProperty("askme.centrifugo.token-secret", secrets.of("askme.centrifugo.token-secret"));
        for (EmbeddedService service : services) {
            addresses.setProperty("embedded.address." + service.name(), service.address());
            addresses.putAll(service.config());
        }
        return addresses;
    }

    /** Waits for the services of a run that is ending. Does not wait if their application still runs. */
    private Optional<FileLock> awaitLock() throws IOException, InterruptedException {
        Optional<FileLock> lock = directory.lock();
        long deadline = System.nanoTime() + PREVIOUS_RUN_MS * 1_000_000;
        while (lock.isEmpty() && !ownerRuns() && System.nanoTime() < deadline) {
            Thread.sleep(100);
            lock = directory.lock();
        }
        return lock;
    }

    private boolean ownerRuns() throws IOException {
        String pid = directory.read(ADDRESSES).getProperty("embedded.pid", "");
        return pid.matches("[0-9]+")
                && ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(ProcessHandle::parent)
                        .filter(parent -> parent.info().command().orElse("").contains("java"))
                        .isPresent();
    }

    private static Map<String, String> configured(BufferedReader input) throws IOException {
        Map<String, String> configured = new HashMap<>();
        for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
            int equals = line.indexOf('=');
            configured.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return configured;
    }

    private void stop() {
        if (console != null) {
            console.stop();
        }
        try {
            each(EmbeddedService::stop);
            if (temporary && failed) {
                directory.deleteAllBut(LOG);
            } else if (temporary) {
                directory.delete();
            }
        } catch (Exception e) {
            e.printStackTrace();
        }
    }

    private void each(Step step) {
        CompletableFuture.allOf(services.stream()
                        .map(service -> CompletableFuture.runAsync(() -> {
                            try {
                                step.apply(service);
                            } catch (Exception e) {
                                throw new IllegalStateException(service.name() + ": " + e.getMessage(), e);
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private interface Step {
        void apply(EmbeddedService service) throws Exception;
    }
}
