package askme.moderation;

/** Somebody else has decided the item first. Nothing was written. */
public final class DecidedByAnother extends RuntimeException {

    private final String who;
    private final transient Outcome outcome;

    /** @param who the nickname of the one who decided; null if the post was deleted outside of the queue */
    public DecidedByAnother(String who, Outcome outcome) {
        super("the item was decided before", null, false, false);
        this.who = who;
        this.outcome = outcome;
    }

    public String who() {
        return who;
    }

    public Outcome outcome() {
        return outcome;
    }
}
