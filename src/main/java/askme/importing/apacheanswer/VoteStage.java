package askme.importing.apacheanswer;

import askme.importing.content.RowFault;
import askme.importing.content.VoteTable;
import java.util.Map;

/** The votes of members. Answer has two rows for a vote: that of the voter is read. */
final class VoteStage extends TableStage<VoteTable.Row> {

    private static final Map<String, Integer> VALUES = Map.of(
            "question.vote_up", 1,
            "question.vote_down", -1,
            "answer.vote_up", 1,
            "answer.vote_down", -1,
            "comment.vote_up", 1);

    VoteStage(Source source, VoteTable target) {
        super(
                source,
                "votes",
                target,
                "activity",
                "t.cancelled = 0",
                "user_id",
                "object_id",
                "activity_type",
                "created_at");
    }

    @Override
    protected boolean accepts(TableRow row) throws RowFault {
        if (!VALUES.containsKey(kind(row))) {
            return false;
        }
        if (!run.known().hasMember(row.member("user_id"))) {
            throw new RowFault("the source does not have user " + row.number("user_id"));
        }
        return true;
    }

    private String kind(TableRow row) {
        return survey.names.getOrDefault(row.number("activity_type"), "");
    }

    @Override
    protected VoteTable.Row convert(TableRow row) throws RowFault {
        long object = row.number("object_id");
        boolean comment = AnswerIds.kind(object) == AnswerIds.COMMENT;
        return new VoteTable.Row(
                row,
                comment,
                comment ? AnswerIds.number(object) : post(object),
                run.member(row.member("user_id")),
                VALUES.get(kind(row)),
                row.moment("created_at"));
    }
}
