package askme.importing.content;

import askme.importing.ImportFormat.Options;
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

/** Imports an old site into the database of this one. */
@ApplicationScoped
public class ContentImporter {

    private static final int ROWS_A_BATCH = 1000;

    private final DataSource database;
    private final ConfiguredAdmins admins;
    private final Anchors anchors;
    private final LinkedQuestions linked;
    private final Clock clock;

    ContentImporter(
            DataSource database, ConfiguredAdmins admins, Anchors anchors, LinkedQuestions linked, Clock clock) {
        this.database = database;
        this.admins = admins;
        this.anchors = anchors;
        this.linked = linked;
        this.clock = clock;
    }

    /** Returns false if another import runs. */
    public boolean run(OldSite site, Options options, ImportReport report, PrintStream out)
            throws IOException, SQLException {
        // A configured administrator's name gives rights, also if this site is not in production.
        ContentImport content =
                new ContentImport(database, clock, name -> admins.named(name) || admins.reserved(name), ROWS_A_BATCH);
        if (!content.run(site, options, report, out)) {
            return false;
        }
        if (!options.dry()) {
            linked.showImported();
            anchors.rebuild();
        }
        return true;
    }
}
