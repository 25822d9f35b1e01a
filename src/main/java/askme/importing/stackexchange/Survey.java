package askme.importing.stackexchange;

import askme.importing.ImportReport;
import askme.importing.content.ImportRun;
import askme.importing.content.KnownRows;
import askme.importing.content.KnownRows.Closing;
import askme.importing.content.RowFault;
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
    final KnownRows known = new KnownRows();
    final BitSet edited = new BitSet();
    final Map<Integer, String> tagOfPost = new HashMap<>();
    private final Map<Integer, Integer> duplicates = new HashMap<>();
    private final ImportReport report;
    private final KnownFields fields;

    private Survey(ImportReport report) {
        this.report = report;
        this.fields = new KnownFields(report);
    }

    private interface Reading {
        void row(DumpRow row) throws RowFault;
    }

    static Survey of(Path folder, ImportReport report) throws IOException {
        Survey survey = new Survey(report);
        survey.read(folder, KnownFields.USERS, row -> survey.known.addMember(row.id("Id")));
        survey.read(folder, KnownFields.TAGS, survey::tag);
        survey.read(folder, KnownFields.POSTS, survey::post);
        survey.read(folder, KnownFields.LINKS, survey::link);
        survey.read(folder, KnownFields.HISTORY, survey::history);
        survey.read(folder, KnownFields.COMMENTS, survey::comment);
        survey.read(folder, KnownFields.VOTES, row -> row.id("PostId"));
        survey.read(
                folder, KnownFields.BADGES, row -> report.note("badges, which this site awards by its own rules", 1));
        survey.known.resolveDuplicates(survey.duplicates);
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
                } catch (RowFault e) {
                    report.note("broken rows", row.where(), e.getMessage());
                }
            }
        }
    }

    private void tag(DumpRow row) throws RowFault {
        String name = row.text("TagName");
        if (name == null) {
            throw new RowFault("TagName is missing");
        }
        if (row.has("ExcerptPostId")) {
            tagOfPost.put(row.id("ExcerptPostId"), name);
        }
        if (row.has("WikiPostId")) {
            tagOfPost.put(row.id("WikiPostId"), name);
        }
    }

    private void post(DumpRow row) throws RowFault {
        int id = row.id("Id");
        if (id < 1) {
            throw new RowFault("Id is " + id);
        }
        int type = row.number("PostTypeId");
        if (type == QUESTION) {
            known.questions.set(id);
        } else if (type == ANSWER) {
            known.answers.set(id);
        } else if (type != TAG_EXCERPT && type != TAG_WIKI) {
            report.note(
                    "posts that are neither questions nor answers nor texts of tags",
                    row.where(),
                    "PostTypeId " + type);
            return;
        }
        author(row, "OwnerUserId");
        known.deleted.set(id, row.has("DeletionDate"));
        Instant closed = row.momentOrNull("ClosedDate");
        if (type == QUESTION && closed != null) {
            known.closings.put(id, Closing.own("Closed", closed));
        }
    }

    private void comment(DumpRow row) throws RowFault {
        known.addComment(Math.max(0, row.id("Id")));
        author(row, "UserId");
    }

    private void author(DumpRow row, String field) throws RowFault {
        known.addAuthor(row.id(field, ImportRun.NAMELESS));
    }

    private void link(DumpRow row) throws RowFault {
        if (row.number("LinkTypeId") == DUPLICATE_LINK) {
            duplicates.put(row.id("PostId"), row.id("RelatedPostId"));
        }
    }

    private void history(DumpRow row) throws RowFault {
        int id = row.id("PostId");
        int type = row.number("PostHistoryTypeId");
        if (id < 1) {
            throw new RowFault("PostId is " + id);
        }
        if (PostHistoryType.isEdit(type)) {
            edited.set(id);
        } else if (type == PostHistoryType.CLOSED && known.closings.containsKey(id)) {
            closed(row, id);
        } else if (type == PostHistoryType.DELETED || type == PostHistoryType.UNDELETED) {
            known.deleted.set(id, type == PostHistoryType.DELETED);
        }
    }

    /** The post itself says that it is closed. The history has the reason. */
    private void closed(DumpRow row, int id) {
        Matcher original = ORIGINAL.matcher(row.text("Text") == null ? "" : row.text("Text"));
        if (original.find()) {
            duplicates.putIfAbsent(id, Integer.parseInt(original.group(1)));
        }
        String reason = row.text("Comment") == null ? "" : row.text("Comment").strip();
        Instant at = known.closings.get(id).at();
        known.closings.put(
                id,
                switch (reason) {
                    case "1", "101" -> Closing.of("duplicate", at);
                    case "2", "102" -> Closing.of("off-topic", at);
                    case "4", "103" -> Closing.of("unclear", at);
                    case "104" -> Closing.own("Needs more focus", at);
                    case "3", "105" -> Closing.own("Based on opinion", at);
                    case "7", "20" -> Closing.own("Too localized", at);
                    default -> Closing.own("Closed", at);
                });
    }
}
