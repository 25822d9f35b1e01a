package askme.reflection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One use of reflection, as {@link Recorder} writes it.
 *
 * @param kind class, constructor, method, field, proxy or resource
 * @param target the class, the resource, or the interfaces of a proxy
 * @param member the name of a method or field
 * @param caller the class outside the JDK that asked; - if none did
 * @param initializers the classes whose static initializers were running
 */
record RecordedUse(String kind, String target, String member, String caller, List<String> initializers) {

    private static final String RESOURCE = "resource";
    private static final String CLASS_OF_JDK = "(java|javax|jdk|sun|com\\.sun|org\\.(jcp|w3c|xml))\\..*";
    private static final String FILE_OF_JDK = "(jdk|sun)/.*";

    /** Names with a digest change with the code; Quarkus registers the classes that it generates. */
    private static final String GENERATED =
            "io\\.quarkus\\.runner\\..*|.*(_ValueResolver|_Bean|_Globals|\\$\\$CMImpl|[0-9a-f]{40}|-[A-Z0-9]{8}\\.).*";

    static List<RecordedUse> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(RecordedUse::parse).toList();
    }

    static RecordedUse parse(String line) {
        String[] parts = line.split("\t", -1);
        return new RecordedUse(
                parts[0], parts[1], parts[2], parts[3], parts[4].isEmpty() ? List.of() : List.of(parts[4].split(",")));
    }

    boolean isResource() {
        return kind.equals(RESOURCE);
    }

    /** Whether native-image itself knows the target: it contains the registrations of the JDK. */
    boolean isOfJdk() {
        return target.matches(isResource() ? FILE_OF_JDK : CLASS_OF_JDK);
    }

    boolean isGenerated() {
        return target.matches(GENERATED);
    }

    /** The use as it is stored: of a member only its class, because a class is registered with all members of a kind. */
    String stored() {
        return kind + " " + target;
    }
}
