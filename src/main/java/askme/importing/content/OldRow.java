package askme.importing.content;

/** A row of the old site. */
public interface OldRow {

    /** Its place, for the report: a file and a line, or a table and an id. */
    String where();
}
