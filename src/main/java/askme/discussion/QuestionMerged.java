package askme.discussion;

/** The answers of the question have moved to another one, which the reader gets instead. */
final class QuestionMerged extends RuntimeException {

    private final long into;

    QuestionMerged(long into) {
        super("merged", null, false, false);
        this.into = into;
    }

    long into() {
        return into;
    }
}
