package askme.web.page;

/** A post was edited after the form for its edit was opened. Nothing was written. */
public final class EditConflict extends RuntimeException {

    private final String version;
    private final String body;

    EditConflict(String version, String body) {
        super("the post was edited after its form was opened", null, false, false);
        this.version = version;
        this.body = body;
    }

    /** The {@linkplain EditVersion version} that is stored. */
    public String version() {
        return version;
    }

    /** The text of that version, Markdown as its author typed it. */
    public String body() {
        return body;
    }
}
