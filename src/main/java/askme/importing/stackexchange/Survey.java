package askme.importing.stackexchange;

import askme.importing.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first reading of all files. It stores which rows exist, so the rows of a file may be in any order. It also stores facts about posts that
 * the dump has in other files. This needs a bit for each row, and an entry for each closed question.
 */
final class Survey {

    private static final int QUESTION = 1;
    private static final int ANSWER = 2;
    private static final int TAG_EXCERPT = 4;
    private static final int TAG_WIKI = 5;
    private static final int DUPLICATE_LINK = 3;
    private static final Pattern ORIGINAL = Pattern.compile("\"OriginalQuestionIds\":\\[(\\d{1,9})");

    final Set<String> files = new HashSet<>();
    final BitSet questions = new BitSet();
    final BitSet answers = new BitSet();
    final BitSet edited = new BitSet();
    final BitSet deleted = new BitSet();
    final Map<Integer, String> tagOfPost = new HashMap<>();
    final Map<Integer, Closing> closings = new HashMap<>();
    private final Map<Integer, Integer> duplicates = new HashMap<>();
    private final BitSet users = new BitSet();
    private final BitSet comments = new BitSet();
    private final ImportReport report;
    private final KnownFields fields;
    private boolean nameless;

    /** @param reason as in {@code closed_question} */
    record Closing(String reason, String own, Integer of, Instant at) {}

    private Survey(ImportReport report) {
        this.report = report;
        this.fields = new KnownFields(report);
    }

    private interface Reading {
        void row(DumpRow row) throws DumpRow.Fault;
    }

    static Survey of(Path folder, ImportReport report) throws IOException {
        Survey survey = new Survey(report);
        survey.read(folder, KnownFields.USERS, row -> survey.users.set(row.id("Id") + 1));
        survey.read(folder, KnownFields.TAGS, survey::tag);
        survey.read(folder, KnownFields.POSTS, survey::post);
        survey.read(folder, KnownFields.LINKS, survey::link);
        survey.read(folder, KnownFields.HISTORY, survey::history);
        survey.read(folder, KnownFields.COMMENTS, survey::comment);
        survey.read(folder, KnownFields.VOTES, row -> row.id("PostId"));
        survey.read(
                folder, KnownFields.BADGES, row -> report.note("badges, which this site awards by its own rules", 1));
        survey.closings.replaceAll((id, closing) -> survey.resolved(id, closing));
        return survey;
    }

    /** Faults of XML and unknown fields are reported here. The stages report what they leave out. */
    private void read(Path folder, String file, Reading reading) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            report.note("files that the dump does not have", file, "");
            return;
        }
        files.add(file);
        try (DumpFile rows =
                new DumpFile(path, (line, error) -> report.note("broken rows", file + " line " + line, error))) {
            for (DumpRow row = rows.next(); row != null; row = rows.next()) {
                fields.check(row);
                try {
                    reading.row(row);
                } catch (DumpRow.Fault e) {
                    report.note("broken rows", row.where(), e.getMessage());
                }
            }
        }
    }

    private void tag(DumpRow row) throws DumpRow.Fault {
        String name = row.text("TagName");
        if (name == null) {
            throw new DumpRow.Fault("TagName is missing");
        }
        if (row.has("ExcerptPostId")) {
            tagOfPost.put(row.id("ExcerptPostId"), name);
        }
        if (row.has("WikiPostId")) {
            tagOfPost.put(row.id("WikiPostId"), name);
        }
    }

    private void post(DumpRow row) throws DumpRow.Fault {
        int id = row.id("Id");
        if (id < 1) {
            throw new DumpRow.Fault("Id is " + id);
        }
        int type = row.number("PostTypeId");
        if (type == QUESTION) {
            questions.set(id);
        } else if (type == ANSWER) {
            answers.set(id);
        } else if (type != TAG_EXCERPT && type != TAG_WIKI) {
            report.note(
                    "posts that are neither questions nor answers nor texts of tags",
                    row.where(),
                    "PostTypeId " + type);
            return;
        }
        author(row, "OwnerUserId");
        deleted.set(id, row.has("DeletionDate"));
        Instant closed = row.momentOrNull("ClosedDate");
        if (type == QUESTION && closed != null) {
            closings.put(id, new Closing("own", "Closed", null, closed));
        }
    }

    private void comment(DumpRow row) throws DumpRow.Fault {
        comments.set(Math.max(0, row.id("Id")));
        author(row, "UserId");
    }

    private void author(DumpRow row, String field) throws DumpRow.Fault {
        nameless |= !hasUser(row.id(field, 0));
    }

    private void link(DumpRow row) throws DumpRow.Fault {
        if (row.number("LinkTypeId") == DUPLICATE_LINK) {
            duplicates.put(row.id("PostId"), row.id("RelatedPostId"));
        }
    }

    private void history(DumpRow row) throws DumpRow.Fault {
        int id = row.id("PostId");
        int type = row.number("PostHistoryTypeId");
        if (id < 1) {
            throw new DumpRow.Fault("PostId is " + id);
        }
        if (PostHistoryType.isEdit(type)) {
            edited.set(id);
        } else if (type == PostHistoryType.CLOSED && closings.containsKey(id)) {
            closed(row, id);
        } else if (type == PostHistoryType.DELETED || type == PostHistoryType.UNDELETED) {
            deleted.set(id, type == PostHistoryType.DELETED);
        }
    }

    /** The post itself says that it is closed. The history has the reason. */
    private void closed(DumpRow row, int id) {
        Matcher original = ORIGINAL.matcher(row.text("Text") == null ? "" : row.text("Text"));
        if (original.find()) {
            duplicates.putIfAbsent(id, Integer.parseInt(original.group(1)));
        }
        String reason = row.text("Comment") == null ? "" : row.text("Comment").strip();
        Instant at = closings.get(id).at;
        closings.put(
                id,
                switch (reason) {
                    case "1", "101" -> new Closing("duplicate", null, null, at);
                    case "2", "102" -> new Closing("off-topic", null, null, at);
                    case "4", "103" -> new Closing("unclear", null, null, at);
                    case "104" -> new Closing("own", "Needs more focus", null, at);
                    case "3", "105" -> new Closing("own", "Based on opinion", null, at);
                    case "7", "20" -> new Closing("own", "Too localized", null, at);
                    default -> new Closing("own", "Closed", null, at);
                });
    }

    /** A duplicate leads to a question that is no duplicate itself. */
    private Closing resolved(int id, Closing closing) {
        if (!closing.reason.equals("duplicate") && !duplicates.containsKey(id)) {
            return closing;
        }
        Set<Integer> seen = new HashSet<>(Set.of(id));
        Integer end = duplicates.get(id);
        while (end != null && seen.add(end) && closings.containsKey(end) && duplicates.containsKey(end)) {
            end = duplicates.get(end);
        }
        boolean found = end != null && end != id && questions.get(Math.max(0, end)) && !deleted.get(end);
        boolean circle = found && closings.containsKey(end) && duplicates.containsKey(end);
        return found && !circle
                ? new Closing("duplicate", null, end, closing.at)
                : new Closing("own", "Duplicate", null, closing.at);
    }

    boolean hasUser(int id) {
        return id != 0 && id >= -1 && users.get(id + 1);
    }

    /** Whether a member is needed for the posts whose authors the dump does not have. */
    boolean needsNameless() {
        return nameless;
    }

    int lastUser() {
        return Math.max(0, users.length());
    }

    int lastPost() {
        return Math.max(questions.length(), answers.length());
    }

    int lastComment() {
        return comments.length();
    }
}
