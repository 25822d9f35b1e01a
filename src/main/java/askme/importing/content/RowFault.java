package askme.importing.content;

/** Why a row cannot be imported. It is reported, and the other rows are imported. */
public final class RowFault extends Exception {

    public RowFault(String message) {
        super(message, null, false, false);
    }
}
