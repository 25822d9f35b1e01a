package askme.importing.stackexchange;

import askme.importing.ImportFormat;
import askme.importing.ImportReport;
import askme.member.ConfiguredAdmins;
import askme.question.Anchors;
import askme.search.related.LinkedQuestions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** The XML files of a Stack Exchange data dump. */
@ApplicationScoped
class StackExchangeFormat implements ImportFormat {

    private static final int ROWS_A_BATCH = 1000;

    private final DataSource database;
    private final ConfiguredAdmins admins;
    private final Anchors anchors;
    private final LinkedQuestions linked;
    private final Clock clock;

    StackExchangeFormat(
            DataSource database, ConfiguredAdmins admins, Anchors anchors, LinkedQuestions linked, Clock clock) {
        this.database = database;
        this.admins = admins;
        this.anchors = anchors;
        this.linked = linked;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stackexchange";
    }

    @Override
    public boolean run(Options options, ImportReport report, PrintStream out) throws IOException, SQLException {
        // A configured administrator's name gives rights, also if this site is not in production.
        StackExchangeImport dump = new StackExchangeImport(
                database, clock, name -> admins.named(name) || admins.reserved(name), ROWS_A_BATCH);
        if (!dump.run(options, report, out)) {
            return false;
        }
        if (!options.dry()) {
            linked.showImported();
            anchors.rebuild();
        }
        return true;
    }
}
