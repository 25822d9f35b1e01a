package askme.web.page;

/** A post was edited after the form for its edit was opened. Nothing was written. */
public final class EditConflict extends RuntimeException {

    public EditConflict() {
        super("the post was edited after its form was opened", null, false, false);
    }
}
