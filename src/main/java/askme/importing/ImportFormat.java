package askme.importing;

import java.io.PrintStream;
import java.nio.file.Path;

/** A form of content that {@code import} reads. It is a CDI bean, found by its name. */
public interface ImportFormat {

    /** The second word of the command line. */
    String name();

    /**
     * Imports the folder, or continues an import that was interrupted.
     *
     * @return whether it is complete; the report or {@code out} says why not
     */
    boolean run(Options options, ImportReport report, PrintStream out) throws Exception;

    /**
     * The words after the name.
     *
     * @param source the name under which the old ids are kept
     * @param dry only read and report
     */
    record Options(Path folder, String source, boolean dry) {}
}
