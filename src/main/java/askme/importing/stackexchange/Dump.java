package askme.importing.stackexchange;

import askme.importing.ImportText;
import askme.importing.content.Edit;
import askme.importing.content.ImportRun;
import askme.importing.content.RowFault;
import java.nio.file.Path;
import java.time.Instant;

/** The dump and the state of its import. */
record Dump(Path folder, Survey survey, ImportRun run) {

    /** The new id of the member in {@code field}. */
    long member(DumpRow row, String field) throws RowFault {
        return run.member(row.id(field, ImportRun.NAMELESS));
    }

    /** The new id of the author in {@code field}. Without one, {@code name} has the name that the dump shows. */
    long author(DumpRow row, String field, String name) throws RowFault {
        String shown = row.has(name) ? row.text(name) : row.has(field) ? field + " " + row.text(field) : "no author";
        return run.author(row.id(field, ImportRun.NAMELESS), row, shown);
    }

    /** The last edit of a post; null without one. */
    Edit edit(DumpRow row) throws RowFault {
        Instant at = row.momentOrNull("LastEditDate");
        return at == null ? null : new Edit(at, member(row, "LastEditorUserId"));
    }

    String noted(DumpRow row, ImportText.Text text) {
        return run.noted(row, text);
    }

    /** Requires that the row names a post of the dump, and returns its number. */
    int post(DumpRow row) throws RowFault {
        int post = row.id("PostId");
        if (!run.known().hasPost(post)) {
            throw new RowFault("the dump does not have post " + post);
        }
        return post;
    }
}
