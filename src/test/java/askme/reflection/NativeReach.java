package askme.reflection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Decides whether a native program can do what was recorded. */
final class NativeReach {

    private final NativeSources sources;
    private final List<Excepted> exceptions = new ArrayList<>();
    private final Map<String, Set<String>> constants = new HashMap<>();

    /** A line of the list: a pattern of the stored use and its caller; the reason is in a comment above. */
    private record Excepted(Pattern use, Pattern caller) {}

    NativeReach(NativeSources sources, Path exceptions) throws IOException {
        this.sources = sources;
        for (String line : Files.readAllLines(exceptions)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" <- ");
                this.exceptions.add(new Excepted(Pattern.compile(parts[0]), Pattern.compile(parts[1])));
            }
        }
    }

    /** Whether the use happens while the program runs: the other static initializers run during the build. */
    boolean atRunTime(RecordedUse use) {
        return use.initializers().stream().allMatch(sources::initializedAtRunTime);
    }

    /** How the build knows the use; empty if the native program would fail. */
    Optional<String> why(RecordedUse use) {
        if (isRegistered(use)) {
            return Optional.of("registered");
        }
        if (sources.namedByFeature(use.target())) {
            return Optional.of("feature");
        }
        if (isConstant(use)) {
            return Optional.of("constant");
        }
        return excepted(use) ? Optional.of("excepted") : Optional.empty();
    }

    private boolean isRegistered(RecordedUse use) {
        return switch (use.kind()) {
            case "resource" -> sources.hasResource(use.target());
            case "proxy" -> sources.hasProxy(use.target());
            case "constructor" -> sources.hasConstructor(use.target());
            case "method" -> sources.hasMethod(use.target(), use.member());
            case "field" -> sources.hasField(use.target(), use.member());
            default -> sources.hasClass(use.target());
        };
    }

    /** Whether the caller names the class, or the member of it, in its code. */
    private boolean isConstant(RecordedUse use) {
        if (use.isResource()) {
            return false;
        }
        Set<String> texts = constants.computeIfAbsent(use.caller(), this::read);
        return texts.contains(use.target()) || !use.member().isEmpty() && texts.contains(use.member());
    }

    private Set<String> read(String type) {
        try {
            return sources.constants(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean excepted(RecordedUse use) {
        Predicate<Excepted> fits = one -> one.use.matcher(use.stored()).matches()
                && one.caller.matcher(use.caller()).matches();
        return exceptions.stream().anyMatch(fits);
    }
}
