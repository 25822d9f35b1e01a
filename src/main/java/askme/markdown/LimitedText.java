package askme.markdown;

/** Collects text up to a limit, and ignores what follows. */
final class LimitedText implements Appendable {

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private boolean complete = true;

    LimitedText(int limit) {
        this.limit = limit;
    }

    /** Whether the text did not reach the limit. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public Appendable append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public Appendable append(CharSequence more, int from, int to) {
        complete &= text.length() + to - from <= limit;
        if (complete) {
            text.append(more, from, to);
        }
        return this;
    }

    @Override
    public Appendable append(char more) {
        complete &= text.length() < limit;
        if (complete) {
            text.append(more);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
