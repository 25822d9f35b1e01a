package askme.importing.apacheanswer;

import askme.importing.ImportFormat;
import askme.importing.ImportReport;
import askme.importing.content.ContentImporter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;

/** The MySQL or MariaDB database of an Apache Answer. */
@ApplicationScoped
class ApacheAnswerFormat implements ImportFormat {

    private static final String SOURCE = "answer";

    private final ContentImporter importer;
    private final ApacheAnswerConfig config;

    ApacheAnswerFormat(ContentImporter importer, ApacheAnswerConfig config) {
        this.importer = importer;
        this.config = config;
    }

    @Override
    public String name() {
        return "answer";
    }

    @Override
    public Optional<String> sourceName(String from) {
        boolean secret = from.contains("password=") || from.contains("user=") || from.contains("@");
        return from.startsWith(OldDatabase.ADDRESS) && !secret ? Optional.of(SOURCE) : Optional.empty();
    }

    @Override
    public String reads() {
        return "the address of a database such as jdbc:mysql://host:3306/answer, without user and password:"
                + " set ASKME_IMPORT_USER and ASKME_IMPORT_PASSWORD instead";
    }

    @Override
    public boolean run(Options options, ImportReport report, PrintStream out) throws IOException, SQLException {
        OldDatabase database;
        try {
            database = OldDatabase.open(
                    options.from(), config.user().orElse(""), config.password().orElse(""));
        } catch (SQLException e) {
            out.println("The database cannot be opened: " + e.getMessage());
            return false;
        }
        try (database) {
            Optional<String> missing = database.missingTable();
            if (missing.isPresent()) {
                out.println("This is no database of an Apache Answer: it has no table " + missing.get() + ".");
                return false;
            }
            return importer.run(new ApacheAnswerSite(database), options, report, out);
        }
    }
}
