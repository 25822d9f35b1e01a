package askme.names;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The names that can be read from the code and its files. */
final class NamesInCode {

    /**
     * Literals that look like external names and stay within the process: keys of a request's context, threads, seeds, the rest
     * of a configuration key.
     */
    private static final Set<String> INTERNAL = Set.of(
            "answer-body",
            "answer-closing",
            "answer-opening",
            "askme.actor",
            "askme.malformed-address",
            "askme.signed-in",
            "askme.signed-in.failed",
            "cache.ttl",
            "jdbc:",
            "jobs-acknowledger",
            "jobs-heartbeat",
            "jobs-maintenance",
            "process-end",
            "process-watch",
            "sidebar.members-schedule",
            "sidebar.tags-schedule");

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SCRIPTS = Path.of("src/main/web/js");

    private NamesInCode() {}

    static Names find() throws Exception {
        Names names = new Names();
        migrations(names);
        configuration(names);
        literals(names);
        for (Class<?> type : MainClasses.annotated(RegisterForReflection.class)) {
            RegisterForReflection registered = type.getAnnotation(RegisterForReflection.class);
            // Jackson writes a record by its accessors. A record without them is a row that Hibernate reads.
            if (type.isRecord() && registered.methods() && type.getRecordComponents().length > 0) {
                names.add("json records", "{" + String.join(", ", JsonMembers.of(type)) + "}");
            }
        }
        Routes.find(names);
        return names;
    }

    private static void migrations(Names names) throws Exception {
        for (Path file :
                MainClasses.files(RESOURCES.resolve("db/migration"), ".sql").toList()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            names.add(
                    "migrations",
                    file.getFileName() + " sha256=" + HexFormat.of().formatHex(digest));
        }
    }

    private static void configuration(Names names) {
        String section = "configuration keys";
        for (Class<?> type : MainClasses.annotated(ConfigMapping.class)) {
            ConfigMappings.ConfigClass mapping = ConfigMappings.ConfigClass.configClass(
                    type, type.getAnnotation(ConfigMapping.class).prefix());
            names.addAll(section, ConfigMappings.getProperties(mapping).keySet());
        }
        for (Class<?> type : MainClasses.all()) {
            for (AnnotatedElement injected : injected(type)) {
                for (Annotation annotation : injected.getAnnotations()) {
                    if (annotation instanceof ConfigProperty property) {
                        names.add(section, property.name());
                    }
                }
            }
        }
        String properties = MainClasses.read(RESOURCES.resolve("application.properties"));
        names.addAll("configuration keys", found(properties, "(?m)^(?:# )?(askme\\.[a-z.-]+)="));
        names.addAll("configuration variables", found(MainClasses.read(Path.of("README.md")), "`([A-Z]+_[A-Z_]+)`"));
        names.addAll("log context", found(properties, "%X\\{(\\w+)\\}"));
    }

    private static List<AnnotatedElement> injected(Class<?> type) {
        List<AnnotatedElement> elements = new ArrayList<>(List.of(type.getDeclaredFields()));
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            elements.addAll(List.of(constructor.getParameters()));
        }
        for (Method method : type.getDeclaredMethods()) {
            elements.addAll(List.of(method.getParameters()));
        }
        return elements;
    }

    private static void literals(Names names) {
        Set<String> dashed = new TreeSet<>(java("\"([a-z][a-z0-9]*(?:[-.][a-z0-9]+)+)\""));
        MainClasses.annotated(ConfigMapping.class)
                .forEach(type ->
                        dashed.remove(type.getAnnotation(ConfigMapping.class).prefix()));
        dashed.addAll(java("\"([a-z:.]+:|:[a-z]+)\""));
        dashed.removeIf(literal -> INTERNAL.contains(literal) || literal.matches(".*\\.(css|js|txt|properties)"));
        names.addAll("literals", dashed);
        names.addAll("problem codes", java("\\b[1-5]\\d\\d, \"([a-z-]+)\""));
        names.addAll("problem codes", java("(?:unavailable\\(|EarlyRefusal\\([^)]*?)\\s*\"([a-z-]+)\""));
        names.addAll("problem codes", java("code\\\\\":\\\\\"([a-z-]+)"));
        names.addAll("audit events", java("audit\\.\\w+\\([^)\"]*\"([a-z-]+)\""));
        // The parts of a question's page read their parameters from the page's request.
        java("(?:query\\.getFirst|page\\.ids)\\(\"(\\w+)\"\\)")
                .forEach(parameter ->
                        names.add("query parameters read", "GET /question/{id}/answers/since " + parameter));
        names.addAll("headers", java("\"(X-[A-Za-z-]+)\""));
        names.addAll("headers", MainClasses.occurrences(SCRIPTS, ".js", "'(X-[A-Za-z-]+)'"));
        names.addAll("cookies over TLS", java("\"(__Host-[a-z]+)\""));
        // Redis commands are in capitals; a text with a space or without a letter is not a name.
        names.addAll(
                "literals of Lua", MainClasses.occurrences(RESOURCES.resolve("jobs"), ".lua", "'([^' ]*[a-z][^' ]*)'"));
    }

    private static List<String> java(String pattern) {
        return MainClasses.occurrences(MainClasses.JAVA, ".java", pattern);
    }

    private static List<String> found(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
