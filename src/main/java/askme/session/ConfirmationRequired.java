package askme.session;

/** A member must prove again who it is. The response leads to the page that asks; a script receives 403. */
public class ConfirmationRequired extends RuntimeException {

    public ConfirmationRequired() {
        super("a confirmation is required", null, false, false);
    }
}
