package askme.importing.stackexchange;

import askme.importing.ImportFormat.Options;
import askme.importing.ImportReport;
import askme.importing.content.ContentImport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** The small dump for tests of other packages. */
public final class ImportedDump {

    private ImportedDump() {}

    /** Imports it. {@code folder} is for its files. */
    public static void into(DataSource database, Path folder) throws IOException, SQLException {
        SmallDump.write(folder);
        new ContentImport(database, Clock.systemUTC(), name -> false, 100)
                .run(
                        new StackExchangeSite(folder),
                        new Options(folder.toString(), "old", false),
                        new ImportReport(null),
                        new PrintStream(OutputStream.nullOutputStream()));
    }
}
