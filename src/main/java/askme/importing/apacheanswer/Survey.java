package askme.importing.apacheanswer;

import askme.importing.ImportReport;
import askme.importing.ImportText;
import askme.importing.content.KnownRows;
import askme.importing.content.KnownRows.Closing;
import askme.importing.content.RowFault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first reading: which rows exist, the tags, and why questions are closed. */
final class Survey {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLOSED = 2;
    private static final int DELETED = 10;
    private static final int PENDING = 11;
    private static final int HIDDEN = 2;
    private static final int PINNED = 2;
    private static final Pattern ORIGINAL = Pattern.compile("/questions/([0-9A-Za-z]{3,17})(?![0-9A-Za-z])");
    private static final String EVERY = "1 = 1";

    /** Tables whose rows this site has no place for. */
    private static final List<String> LEFT_OUT = List.of(
            "collection",
            "report",
            "notification",
            "badge_award",
            "user_role_rel",
            "user_external_login",
            "file_record");

    final KnownRows known = new KnownRows();

    /** The names of the tags by their ids. A synonym has the name of its tag. */
    final Map<Long, String> tags = new HashMap<>();

    /** The names that numbers have in the configuration of Answer: of votes and of reasons. */
    final Map<Long, String> names = new HashMap<>();

    private final Map<Integer, Integer> originals = new HashMap<>();
    private final OldDatabase database;
    private final ImportReport report;

    private Survey(OldDatabase database, ImportReport report) {
        this.database = database;
        this.report = report;
    }

    private interface Reading {
        void row(TableRow row) throws RowFault;
    }

    static Survey of(OldDatabase database, ImportReport report) throws IOException, SQLException {
        Survey survey = new Survey(database, report);
        survey.read("config", row -> survey.names.put(row.id(), row.text("key")), "key");
        survey.read("tag", survey::tag, "slug_name", "main_tag_slug_name", "status");
        survey.read("user", row -> survey.known.addMember(row.member("id")));
        survey.read("question", survey::question, "user_id", "status", "show", "pin", "updated_at", "created_at");
        survey.read("answer", survey::answer, "user_id", "status");
        survey.read("comment", survey::comment, "user_id", "status");
        survey.read("meta", survey::closing, "key", "value", "object_id", "created_at");
        survey.known.resolveDuplicates(survey.originals);
        for (String table : LEFT_OUT) {
            if (database.hasTable(table)) {
                report.note("rows of the table " + table, database.count(table));
            }
        }
        return survey;
    }

    private void read(String table, Reading reading, String... columns) throws IOException, SQLException {
        try (TableRows rows = database.rows(table, EVERY, columns)) {
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                try {
                    reading.row(row);
                } catch (RowFault e) {
                    report.note("broken rows", row.where(), e.getMessage());
                }
            }
        }
    }

    private void tag(TableRow row) {
        String main = row.text("main_tag_slug_name");
        if (row.number("status") != DELETED) {
            tags.put(row.id(), main.isEmpty() ? row.text("slug_name") : main);
        }
    }

    private void question(TableRow row) throws RowFault {
        int number = row.number();
        long status = row.number("status");
        if (status == PENDING) {
            report.note("posts that wait for a review", row.where(), "");
            return;
        }
        boolean hidden = row.number("show") == HIDDEN;
        if (hidden && status != DELETED) {
            report.note("hidden questions, which are deleted here and can be restored", row.where(), "");
        }
        if (row.number("pin") == PINNED) {
            report.note("pinned questions, which are not pinned here", row.where(), "");
        }
        known.questions.set(number);
        known.deleted.set(number, status == DELETED || hidden);
        known.addAuthor(row.member("user_id"));
        if (status == CLOSED) {
            known.closings.put(
                    number,
                    Closing.own(
                            "Closed",
                            row.momentOrNull("updated_at") == null
                                    ? row.moment("created_at")
                                    : row.moment("updated_at")));
        }
    }

    private void answer(TableRow row) throws RowFault {
        int number = row.number();
        if (row.number("status") == PENDING) {
            report.note("posts that wait for a review", row.where(), "");
            return;
        }
        known.answers.set(number);
        known.deleted.set(number, row.number("status") == DELETED);
        known.addAuthor(row.member("user_id"));
    }

    private void comment(TableRow row) throws RowFault {
        known.addComment(row.number());
        if (isShown(row)) {
            known.addAuthor(row.member("user_id"));
        } else {
            report.note("comments that are deleted or wait for a review", 1);
        }
    }

    static boolean isShown(TableRow comment) {
        return comment.number("status") < DELETED;
    }

    /** The last reason counts: a question may have been closed more than once. */
    private void closing(TableRow row) throws RowFault {
        if (!row.text("key").equals("question.close.reason")) {
            return;
        }
        int number = AnswerIds.number(row.number("object_id"));
        if (!known.closings.containsKey(number)) {
            return;
        }
        JsonNode reason = json(row.text("value"));
        String text = reason.path("close_msg").asText();
        Matcher original = ORIGINAL.matcher(text);
        originals.remove(number);
        known.closings.put(
                number,
                switch (names.getOrDefault(reason.path("close_type").asLong(), "")) {
                    case "reason.a_duplicate" -> {
                        if (original.find()) {
                            originals.put(number, AnswerIds.ofAddress(original.group(1)));
                        }
                        yield Closing.of("duplicate", row.moment("created_at"));
                    }
                    case "reason.not_clarity" -> Closing.of("unclear", row.moment("created_at"));
                    case "reason.community_specific" -> Closing.of("off-topic", row.moment("created_at"));
                    case "reason.spam" -> Closing.own("Spam", row.moment("created_at"));
                    default -> Closing.own(own(text), row.moment("created_at"));
                });
    }

    private static String own(String text) {
        String line = ImportText.line(text, ImportText.LONGEST_REASON).value();
        return line.isEmpty() ? "Closed" : line;
    }

    static JsonNode json(String text) throws RowFault {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new RowFault("its text is no JSON");
        }
    }
}
