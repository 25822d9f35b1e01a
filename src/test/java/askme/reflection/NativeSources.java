package askme.reflection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The input of native-image, as {@code -Dquarkus.native.sources-only=true} writes it: what a native program can reach by reflection,
 * and which of its classes are initialized when it starts.
 */
final class NativeSources {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIGURATION = "META-INF/native-image/";
    private static final Pattern AT_RUN_TIME = Pattern.compile("--initialize-at-run-time=(\\S+)");
    private static final Pattern FEATURES = Pattern.compile("--features=(\\S+)");

    /** It lists the classes to initialize at run time, and names itself to find its class loader. */
    private static final String FEATURE_OF_QUARKUS = "io.quarkus.runner.Feature";

    private static final String APPLICATION = "io.quarkus.runner.ApplicationImpl";

    private final Map<String, List<JsonNode>> classes = new HashMap<>();
    private final List<Pattern> resources = new ArrayList<>();
    private final Set<String> proxies = new HashSet<>();
    private final Set<String> atRunTime = new HashSet<>();
    private final Set<String> ofFeatures = new HashSet<>();
    private final Map<String, Path> jarOfClass = new HashMap<>();

    NativeSources(Path directory) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Path folder : List.of(directory, directory.resolve("lib"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
            }
        }
        for (Path jar : jars) {
            read(jar);
        }
        String arguments = Files.readString(directory.resolve("native-image.args"));
        readArguments(arguments);
        for (String feature : all(FEATURES, arguments)) {
            if (feature.equals(FEATURE_OF_QUARKUS)) {
                atRunTime.addAll(constants(feature));
                atRunTime.remove(APPLICATION);
            } else {
                for (String type : neighbours(feature)) {
                    ofFeatures.addAll(constants(type));
                }
            }
        }
    }

    private void read(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (name.endsWith(".class")) {
                    jarOfClass.put(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'), jar);
                } else if (name.startsWith(CONFIGURATION)) {
                    readConfiguration(name, zip.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private void readConfiguration(String name, byte[] content) throws IOException {
        if (name.endsWith("native-image.properties")) {
            readArguments(new String(content, StandardCharsets.UTF_8).replaceAll("\\\\\\s+", ""));
        } else if (name.endsWith("reflect-config.json")) {
            JSON.readTree(content)
                    .forEach(type -> classes.computeIfAbsent(type.path("name").asText(), any -> new ArrayList<>())
                            .add(type));
        } else if (name.endsWith("resource-config.json")) {
            JsonNode found = JSON.readTree(content).path("resources");
            (found.isArray() ? found : found.path("includes"))
                    .forEach(one ->
                            resources.add(Pattern.compile(one.path("pattern").asText())));
        } else if (name.endsWith("proxy-config.json")) {
            JSON.readTree(content).forEach(one -> {
                List<String> interfaces = new ArrayList<>();
                one.path("interfaces").forEach(type -> interfaces.add(type.asText()));
                proxies.add(String.join(",", interfaces));
            });
        }
    }

    private void readArguments(String arguments) {
        atRunTime.addAll(all(AT_RUN_TIME, arguments));
    }

    private static List<String> all(Pattern option, String arguments) {
        return option.matcher(arguments)
                .results()
                .flatMap(found -> Stream.of(found.group(1).replace("\\", "").split(",")))
                .toList();
    }

    /** Whether the program initializes this class when it starts; Quarkus initializes all others during the build. */
    boolean initializedAtRunTime(String type) {
        return atRunTime.stream().anyMatch(name -> type.equals(name) || type.startsWith(name + "."));
    }

    boolean hasResource(String name) {
        return resources.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    boolean hasProxy(String interfaces) {
        return proxies.contains(interfaces);
    }

    /** Whether a feature of a library, which is code, names this class: its purpose is to register classes. */
    boolean namedByFeature(String type) {
        return ofFeatures.contains(type);
    }

    boolean hasClass(String type) {
        return classes.containsKey(type);
    }

    boolean hasConstructor(String type) {
        return has(type, "methods", "<init>", "allDeclaredConstructors", "allPublicConstructors");
    }

    boolean hasMethod(String type, String name) {
        return has(type, "methods", name, "allDeclaredMethods", "allPublicMethods");
    }

    boolean hasField(String type, String name) {
        return has(type, "fields", name, "allDeclaredFields", "allPublicFields");
    }

    private boolean has(String type, String list, String name, String... whole) {
        for (JsonNode entry : classes.getOrDefault(type, List.of())) {
            for (String all : whole) {
                if (entry.path(all).asBoolean()) {
                    return true;
                }
            }
            for (JsonNode member : entry.path(list)) {
                if (member.path("name").asText().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The classes of the same package: a feature reads lists in some of them. */
    private List<String> neighbours(String type) {
        String start = type.substring(0, type.lastIndexOf('.') + 1);
        return jarOfClass.keySet().stream()
                .filter(name -> name.startsWith(start) && name.indexOf('.', start.length()) < 0)
                .toList();
    }

    /** The texts and classes in the code of this class; native-image finds a class if its name is one of them. */
    Set<String> constants(String type) throws IOException {
        Path jar = jarOfClass.get(type);
        if (jar == null) {
            return Set.of();
        }
        Set<String> texts = new HashSet<>();
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(type.replace('.', '/') + ".class"))) {
            new ClassReader(in.readAllBytes()).accept(new Constants(texts), ClassReader.SKIP_DEBUG);
        }
        return texts;
    }

    private static final class Constants extends ClassVisitor {

        private final Set<String> texts;

        Constants(Set<String> texts) {
            super(Opcodes.ASM9);
            this.texts = texts;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    texts.add(value instanceof Type type ? type.getClassName() : value.toString());
                }
            };
        }
    }
}
