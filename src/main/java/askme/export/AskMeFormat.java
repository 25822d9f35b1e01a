package askme.export;

import askme.importing.ImportFormat;
import askme.importing.ImportReport;
import askme.picture.storage.PictureStorage;
import askme.question.Anchors;
import askme.search.related.LinkedQuestions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import javax.sql.DataSource;

/** An export of a site like this one. */
@ApplicationScoped
class AskMeFormat implements ImportFormat {

    private final DataSource database;
    private final PictureStorage pictures;
    private final LinkedQuestions linked;
    private final Anchors anchors;

    AskMeFormat(DataSource database, PictureStorage pictures, LinkedQuestions linked, Anchors anchors) {
        this.database = database;
        this.pictures = pictures;
        this.linked = linked;
        this.anchors = anchors;
    }

    @Override
    public String name() {
        return "askme";
    }

    @Override
    public boolean run(Options options, ImportReport report, PrintStream out) throws IOException, SQLException {
        SiteImport site = new SiteImport(database, pictures);
        String refusal = site.refusal(options.folder());
        if (refusal != null) {
            out.println(refusal);
            return false;
        }
        site.run(options.folder(), options.dry(), report);
        if (!options.dry()) {
            linked.showImported();
            anchors.rebuild();
        }
        return true;
    }
}
