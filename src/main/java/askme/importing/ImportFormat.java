package askme.importing;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A form of content that {@code import} reads. It is a CDI bean, found by its name. */
public interface ImportFormat {

    /** The second word of the command line. */
    String name();

    /** The name of the source if the command line has none; empty if this format cannot read {@code from}. */
    default Optional<String> sourceName(String from) {
        Path folder = Options.folder(from);
        return Files.isDirectory(folder) ? Optional.of(String.valueOf(folder.getFileName())) : Optional.empty();
    }

    /** The word for {@code from} in a message. */
    default String reads() {
        return "a folder";
    }

    /**
     * Imports the content, or continues an import that was interrupted.
     *
     * @return whether it is complete; the report or {@code out} says why not
     */
    boolean run(Options options, ImportReport report, PrintStream out) throws Exception;

    /**
     * The words after the name.
     *
     * @param from a folder, or the address of a database
     * @param source the name under which the old ids are kept
     * @param dry only read and report
     */
    record Options(String from, String source, boolean dry) {

        public Path folder() {
            return folder(from);
        }

        private static Path folder(String from) {
            return Path.of(from).toAbsolutePath().normalize();
        }
    }
}
