package askme.importing.stackexchange;

import askme.importing.ImportFormat;
import askme.importing.ImportReport;
import askme.importing.content.ContentImporter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;

/** The XML files of a Stack Exchange data dump. */
@ApplicationScoped
class StackExchangeFormat implements ImportFormat {

    private final ContentImporter importer;

    StackExchangeFormat(ContentImporter importer) {
        this.importer = importer;
    }

    @Override
    public String name() {
        return "stackexchange";
    }

    @Override
    public boolean run(Options options, ImportReport report, PrintStream out) throws IOException, SQLException {
        return importer.run(new StackExchangeSite(options.folder()), options, report, out);
    }
}
