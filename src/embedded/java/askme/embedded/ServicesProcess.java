package askme.embedded;

import io.quarkus.runtime.ApplicationLifecycleManager;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Starts the process of {@link ServicesMain} and talks to it from the application. */
public final class ServicesProcess {

    /** The services cannot start. The message is for the person at the terminal. */
    public static final class CannotStart extends Exception {
        CannotStart(String message) {
            super(message);
        }
    }

    /** The services of another run use this data directory. */
    public static final class Busy extends Exception {}

    private static final int STOP_WITHIN_S = 30;
    private static final int SHOWN_LINES = 30;

    private ServicesProcess() {}

    /**
     * Starts the wanted services and returns the configuration with which the application reaches them. They end with this
     * process.
     *
     * @param configured the configured secrets, which the services use too
     * @param options of {@link ServicesMain}: {@code fresh}, {@code temporary}
     */
    public static Map<String, String> start(
            Path data, Set<String> wanted, Map<String, String> configured, String... options)
            throws IOException, CannotStart, Busy {
        return join(launch(data, wanted, configured, options), data);
    }

    /** The first half of {@link #start}, which waits for nothing. */
    static Process launch(Path data, Set<String> wanted, Map<String, String> configured, String... options)
            throws IOException {
        List<String> command = command(Files.createDirectories(data.resolve("tmp")));
        command.addAll(List.of(data.toString(), wanted.isEmpty() ? "none" : String.join(",", wanted)));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectError(log(data)).start();
        PrintStream out = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        configured.forEach((key, value) -> out.println(key + "=" + value));
        out.println();
        return process;
    }

    /** The second half: waits until the launched services run. */
    static Map<String, String> join(Process process, Path data) throws IOException, CannotStart, Busy {
        // Keeps the process referenced: it ends when its input is closed.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterApplication(process), "stop embedded services"));
        return answers(process, log(data));
    }

    private static File log(Path data) {
        return data.resolve(ServicesMain.LOG).toFile();
    }

    private static Map<String, String> answers(Process process, File log) throws IOException, CannotStart, Busy {
        BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
        Map<String, String> answers = new TreeMap<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int equals = line.indexOf('=');
            if (line.equals(ServicesMain.READY)) {
                return answers;
            } else if (line.equals(ServicesMain.BUSY)) {
                throw new Busy();
            } else if (equals > 0) { // Other lines are warnings of the JVM.
                answers.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        String why = answers.getOrDefault(ServicesMain.ERROR, "they ended without an error message");
        throw new CannotStart(failure(why, log.toPath()));
    }

    /** A message with the last lines of the log, because a reader of a build's output may not have the log file. */
    static String failure(String why, Path log) throws IOException {
        String text = Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
        // Stack traces would displace what the server itself wrote.
        List<String> lines = text.lines()
                .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "))
                .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
        return "The embedded services did not start: " + why + "\nTheir log: " + log + "\nIts last lines:\n"
                + String.join("\n", last);
    }

    /** The application finishes its requests and jobs first, and needs its database for that. */
    private static void stopAfterApplication(Process process) {
        try {
            for (int tenths = 0; tenths < STOP_WITHIN_S * 10 && applicationRuns(); tenths++) {
                Thread.sleep(100);
            }
            process.getOutputStream().close();
            process.waitFor(STOP_WITHIN_S, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            process.destroy();
        }
    }

    private static boolean applicationRuns() {
        return ApplicationLifecycleManager.getCurrentApplication() != null;
    }

    private static List<String> command(Path scratch) throws IOException {
        List<String> command = new ArrayList<>();
        // A separate session, if the system has setsid: Ctrl-C must reach only the application.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + scratch);
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
        command.add(String.join(File.pathSeparator, classPath()));
        command.add(ServicesMain.class.getName());
        return command;
    }

    /** Our classes and every jar of the current class loader, which may be any of Quarkus' class loaders. */
    private static Set<String> classPath() throws IOException {
        Set<String> places = new LinkedHashSet<>();
        String own = ServicesProcess.class.getName().replace('.', '/') + ".class";
        places.add(place(ServicesProcess.class.getClassLoader().getResource(own), own));
        String manifest = "META-INF/MANIFEST.MF";
        for (URL url :
                Collections.list(Thread.currentThread().getContextClassLoader().getResources(manifest))) {
            if (url.getProtocol().equals("jar")) {
                places.add(place(url, manifest));
            }
        }
        return places;
    }

    private static String place(URL url, String resource) {
        String address = url.toString();
        String place = address.substring(0, address.length() - resource.length());
        if (place.startsWith("jar:")) {
            place = place.substring("jar:".length(), place.length() - "!/".length());
        }
        return Path.of(URI.create(place)).toString();
    }
}
