package askme.reflection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The list of all uses that were recorded, each with how the native build knows it. */
final class StoredUses {

    private static final Path FILE = Path.of("src/test/resources/askme/reflection.txt");

    private StoredUses() {}

    static SortedMap<String, String> read() throws IOException {
        SortedMap<String, String> uses = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                int end = line.indexOf(' ');
                uses.put(line.substring(end + 1), line.substring(0, end));
            }
        }
        return uses;
    }

    static void write(SortedMap<String, String> uses) throws IOException {
        StringBuilder text = new StringBuilder("""
                # What the production build reaches by reflection and opens by name at run time, recorded by NativeReachTest. It is written by
                # bin/test --full=native -Dreflection.write=true
                # registered: in the configuration of native-image; feature: by the code of a library; constant: native-image finds the name in
                # the caller; excepted: native-exceptions.txt has the reason.
                """);
        uses.forEach((use, how) -> text.append(how).append(' ').append(use).append('\n'));
        Files.writeString(FILE, text);
    }
}
