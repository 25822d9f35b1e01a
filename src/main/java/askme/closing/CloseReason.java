package askme.closing;

/**
 * Why a question is closed.
 *
 * @param kind as it is stored and sent
 * @param own the text of a reason of the site itself; null for the others
 * @param of the other question of a duplicate; null for the others
 */
record CloseReason(String kind, String own, Long of) {

    static final String DUPLICATE = "duplicate";
    static final String OFF_TOPIC = "off-topic";
    static final String UNCLEAR = "unclear";
    static final String OWN = "own";

    static CloseReason duplicate(long of) {
        return new CloseReason(DUPLICATE, null, of);
    }

    /** The form had no valid reason. */
    boolean isIncomplete() {
        return kind.equals(OWN) && own == null;
    }

    boolean isDuplicate() {
        return kind.equals(DUPLICATE);
    }
}
