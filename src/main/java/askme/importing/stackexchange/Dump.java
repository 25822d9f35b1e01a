package askme.importing.stackexchange;

import askme.importing.ImportReport;
import askme.importing.ImportSource;
import askme.importing.ImportText;
import java.time.Instant;

/** The state that all stages of an import share. */
record Dump(ImportSource source, Survey survey, ImportReport report, Instant now) {

    /** The old id of the member who stands for all authors that the dump does not have. */
    static final int NAMELESS = 0;

    /** The new id of the member in {@code field}. */
    long member(DumpRow row, String field) throws DumpRow.Fault {
        int old = row.id(field, NAMELESS);
        return source.member(survey.hasUser(old) ? old : NAMELESS);
    }

    /** The new id of the author. Notes an author whom the dump does not have. */
    long author(DumpRow row, String field, String name) throws DumpRow.Fault {
        if (!survey.hasUser(row.id(field, NAMELESS))) {
            String shown =
                    row.has(name) ? row.text(name) : row.has(field) ? field + " " + row.text(field) : "no author";
            report.note("posts and comments of authors who are not in the dump", row.where(), shown);
        }
        return member(row, field);
    }

    /** The text, after a note of what was changed. */
    String noted(DumpRow row, ImportText.Text text) {
        if (text.cut()) {
            report.note("texts that were cut", row.where(), "");
        }
        if (text.plain()) {
            report.note("texts whose markup could not be kept", row.where(), "");
        }
        return text.value();
    }

    boolean isDeleted(int old) {
        return survey.deleted.get(old);
    }
}
