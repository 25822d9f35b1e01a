package askme.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code Accept-Language} in one pass. {@link Locale#lookup} takes cubic time for a long range, and this runs on an I/O
 * thread. The site offers languages without regions, so the first subtag of a range decides (RFC 4647, 3.4).
 */
final class AcceptLanguage {

    /** Browsers send a few dozen characters. The rest of a longer header is ignored. */
    private static final int LONGEST = 500;

    private AcceptLanguage() {}

    /** The language of {@code offered} with the highest weight; of equal weights the first. {@code header} may be null. */
    static Optional<String> best(String header, Collection<String> offered) {
        String best = null;
        double bestWeight = 0;
        for (int from = 0; header != null && from < Math.min(header.length(), LONGEST); ) {
            int comma = header.indexOf(',', from);
            int to = Math.min(comma < 0 ? header.length() : comma, LONGEST);
            String range = header.substring(from, to);
            String language = language(range);
            double weight = offered.contains(language) ? weight(range) : 0;
            if (weight > bestWeight) {
                best = language;
                bestWeight = weight;
            }
            from = to + 1;
        }
        return Optional.ofNullable(best);
    }

    private static String language(String range) {
        String tag = before(range, ';').strip();
        return before(tag, '-').toLowerCase(Locale.ROOT);
    }

    /** The {@code q} of a range: 1 if it has none, 0 if it is no number. */
    private static double weight(String range) {
        int parameter = range.indexOf(';');
        if (parameter < 0) {
            return 1;
        }
        String q = range.substring(parameter + 1).replace(" ", "").toLowerCase(Locale.ROOT);
        return q.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(q.substring(2)) : 0;
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
