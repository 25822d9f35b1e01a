package askme.importing;

/**
 * The id in an address of an old site. An Apache Answer may show short ids: two digits of base 62 for the kind of the row, and the others for
 * its number, each with the lowest digit first.
 */
public final class OldAddress {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int ADDED = 100;
    private static final int DIGITS_OF_KIND = 2;
    private static final int LONGEST = 10;
    private static final int MOST_KINDS = 999;
    private static final long FIRST = 10_000_000_000_000_000L;
    private static final long KIND = 10_000_000_000_000L;
    private static final String NUMBER = "[1-9][0-9]{0,17}";

    private OldAddress() {}

    /** The number itself; 0 for another text. */
    public static long id(String text) {
        return text.matches(NUMBER) ? Long.parseLong(text) : 0;
    }

    /** The id that an Answer shows as this short one; 0 for other texts. A short id may have no letters. */
    public static long ofShort(String text) {
        if (text.length() <= DIGITS_OF_KIND || text.length() > LONGEST) {
            return 0;
        }
        long kind = decoded(text.substring(0, DIGITS_OF_KIND));
        long number = decoded(text.substring(DIGITS_OF_KIND));
        boolean id = kind > 0 && kind <= MOST_KINDS && number > 0 && number < KIND;
        return id ? FIRST + kind * KIND + number : 0;
    }

    /** Below 0 for a text with other signs. */
    private static long decoded(String text) {
        long value = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value * DIGITS.length() + digit;
        }
        return value - ADDED;
    }
}
