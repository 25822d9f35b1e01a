package askme.importing.stackexchange;

import askme.importing.ImportReport;
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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads a dump. */
final class StackExchangeSite implements OldSite {

    private final Path folder;
    private Survey survey;

    StackExchangeSite(Path folder) {
        this.folder = folder;
    }

    @Override
    public KnownRows survey(ImportReport report, PrintStream out) throws IOException {
        survey = Survey.of(folder, report);
        return survey.known;
    }

    @Override
    public OldIds ids() {
        return OldIds.SAME;
    }

    @Override
    public List<Stage<?, ?>> stages(ImportRun run, Connection connection) throws SQLException {
        Dump dump = new Dump(folder, survey, run);
        TagStore tags = new TagStore();
        return List.of(
                new MemberStage(dump, new MemberTable(run, connection)),
                new QuestionStage(dump, new QuestionTable(run, tags)),
                new AnswerStage(dump, new AnswerTable(run)),
                new TagStage(dump, new TagTable(run, tags)),
                new CommentStage(dump, new CommentTable(run)),
                new VoteStage(dump, new VoteTable(run)),
                new RevisionStage(dump, new RevisionTable(run)),
                new LinkStage(dump, new LinkTable(run)));
    }
}
