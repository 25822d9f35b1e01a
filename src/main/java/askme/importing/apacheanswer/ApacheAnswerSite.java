package askme.importing.apacheanswer;

import askme.importing.ImportReport;
import askme.importing.apacheanswer.TableStage.Source;
import askme.importing.content.AnswerTable;
import askme.importing.content.CommentTable;
import askme.importing.content.ImportRun;
import askme.importing.content.KnownRows;
import askme.importing.content.LinkTable;
import askme.importing.content.MemberTable;
import askme.importing.content.OldIds;
import askme.importing.content.OldSite;
import askme.importing.content.QuestionTable;
import askme.importing.content.RevisionTable;
import askme.importing.content.Stage;
import askme.importing.content.TagStore;
import askme.importing.content.TagTable;
import askme.importing.content.VoteTable;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads the database of an Apache Answer. */
final class ApacheAnswerSite implements OldSite {

    private final OldDatabase database;
    private Survey survey;

    ApacheAnswerSite(OldDatabase database) {
        this.database = database;
    }

    @Override
    public KnownRows survey(ImportReport report, PrintStream out) throws IOException, SQLException {
        survey = Survey.of(database, report);
        return survey.known;
    }

    @Override
    public OldIds ids() {
        return AnswerIds.ALL;
    }

    @Override
    public List<Stage<?, ?>> stages(ImportRun run, Connection connection) throws SQLException {
        Source source = new Source(database, survey, run);
        TagStore tags = new TagStore();
        return List.of(
                new MemberStage(source, new MemberTable(run, connection)),
                new QuestionStage(source, new QuestionTable(run, tags)),
                new AnswerStage(source, new AnswerTable(run)),
                new TagStage(source, new TagTable(run, tags)),
                new CommentStage(source, new CommentTable(run)),
                new VoteStage(source, new VoteTable(run)),
                new RevisionStage(source, new RevisionTable(run)),
                new LinkStage(source, new LinkTable(run), database.hasTable(LinkStage.TABLE)));
    }
}
