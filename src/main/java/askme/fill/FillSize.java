package askme.fill;

/**
 * The size of a fill.
 *
 * @param ratio 1 to 100,000; all other numbers are multiples of it
 */
record FillSize(int ratio) {

    static final int LARGEST = 100_000;

    FillSize {
        if (ratio < 1 || ratio > LARGEST) {
            throw new IllegalArgumentException("the ratio must be a number from 1 to " + LARGEST);
        }
    }

    int members() {
        return ratio;
    }

    int questions() {
        return ratio * 10;
    }

    int answers() {
        return ratio * 100;
    }

    int tags() {
        return ratio;
    }

    int votes() {
        return ratio * 200;
    }

    /** The answers of the question with most answers: 1,250 at ratio 100, 10,000 at ratio 10,000. */
    int mostAnswers() {
        return Math.min(answers() / 8, Math.max(1250, Math.min(10_000, answers() / 20)));
    }
}
