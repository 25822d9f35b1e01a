package askme.importing.apacheanswer;

import askme.importing.ImportText;
import askme.importing.content.RevisionTable;
import askme.importing.content.RowFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The revisions of questions and answers. Each has the whole post as JSON. Those that were not accepted are left out. */
final class RevisionStage extends TableStage<RevisionTable.Row> {

    RevisionStage(Source source, RevisionTable target) {
        super(
                source,
                "revisions",
                target,
                "revision",
                "t.object_type IN (1, 2) AND t.status IN (0, 2)",
                "user_id",
                "object_type",
                "object_id",
                "content",
                "log",
                "created_at");
    }

    @Override
    protected RevisionTable.Row convert(TableRow row) throws RowFault {
        JsonNode post = Survey.json(row.text("content"));
        boolean question = row.number("object_type") == AnswerIds.QUESTION;
        String body = post.path("OriginalText").asText();
        if (body.isBlank()) {
            throw new RowFault("its JSON has no OriginalText");
        }
        return new RevisionTable.Row(
                row,
                post(row.number("object_id")),
                run.member(row.member("user_id")),
                row.moment("created_at"),
                ImportText.line(row.text("log"), ImportText.LONGEST_REASON).value(),
                question
                        ? run.noted(row, ImportText.line(post.path("Title").asText(), ImportText.LONGEST_TITLE))
                        : null,
                question ? tags(post.path("Tags")) : null,
                run.noted(row, ImportText.own(body)));
    }

    private static String tags(JsonNode tags) {
        List<String> names = new ArrayList<>();
        tags.forEach(tag -> names.add(tag.path("SlugName").asText()));
        return String.join(" ", ImportText.tags(String.join("|", names)).names());
    }
}
