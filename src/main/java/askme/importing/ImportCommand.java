package askme.importing;

import askme.command.Command;
import askme.command.Terminal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code import FORMAT FOLDER}: brings in the content of another site. A second run continues or changes nothing. */
@ApplicationScoped
class ImportCommand implements Command {

    private static final String DRY = "--dry-run";
    private static final String SOURCE = "--source=";
    private static final String REPORT = "--report=";
    private static final String NAME = "[a-z0-9][a-z0-9.-]{0,63}";
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final Instance<ImportFormat> formats;
    private final PrintStream out = Terminal.out();

    ImportCommand(@Any Instance<ImportFormat> formats) {
        this.formats = formats;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "stackexchange|askme FOLDER, or answer JDBC_URL [--dry-run] [--source=NAME] [--report=FILE]  imports a"
                + " Stack Exchange dump, what export wrote, or the MySQL database of an Apache Answer, and continues an import"
                + " that was interrupted; stop the site before";
    }

    @Override
    public int run(List<String> args) throws Exception {
        List<String> rest = new ArrayList<>(args);
        boolean dry = rest.remove(DRY);
        Optional<String> source = option(rest, SOURCE);
        Optional<String> file = option(rest, REPORT);
        if (rest.size() != 2) {
            return WRONG_USAGE;
        }
        Optional<ImportFormat> format =
                formats.stream().filter(one -> one.name().equals(rest.get(0))).findFirst();
        if (format.isEmpty()) {
            out.println("Unknown format " + rest.get(0) + ".");
            return WRONG_USAGE;
        }
        String from = rest.get(1);
        Optional<String> named = format.get().sourceName(from);
        if (named.isEmpty()) {
            out.println("The format " + rest.get(0) + " reads " + format.get().reads() + ".");
            return WRONG_USAGE;
        }
        String name = source.orElse(named.get()).toLowerCase(Locale.ROOT);
        if (!name.matches(NAME)) {
            out.println("The source needs a name of letters, digits, dots and hyphens: --source=NAME.");
            return WRONG_USAGE;
        }
        return run(format.get(), new ImportFormat.Options(from, name, dry), file);
    }

    private int run(ImportFormat format, ImportFormat.Options options, Optional<String> file) throws Exception {
        try (PrintWriter all = file.isEmpty() ? null : writer(Path.of(file.get()))) {
            ImportReport report = new ImportReport(all);
            boolean complete = format.run(options, report, out);
            if (complete || !report.isEmpty()) {
                report.print(out, options.dry());
            }
            return complete ? DONE : FAILED;
        }
    }

    private static PrintWriter writer(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    private static Optional<String> option(List<String> args, String option) {
        Optional<String> given =
                args.stream().filter(arg -> arg.startsWith(option)).findFirst();
        given.ifPresent(args::remove);
        return given.map(arg -> arg.substring(option.length()));
    }
}
