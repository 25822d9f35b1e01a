package askme.web.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list that is ordered by a value and then by id, both downwards. A page begins after it.
 *
 * @param value 0 in a list that is ordered by id alone
 */
public record ListKey(long value, long id) {

    private static final Pattern TEXT = Pattern.compile("(?:(-?\\d{1,18})\\.)?(\\d{1,18})");

    /** The key in the parameter {@code before}; {@code first} if it is missing or no key. */
    public static ListKey of(String parameter, ListKey first) {
        Matcher found = TEXT.matcher(parameter == null ? "" : parameter);
        if (!found.matches()) {
            return first;
        }
        return new ListKey(found.group(1) == null ? 0 : Long.parseLong(found.group(1)), Long.parseLong(found.group(2)));
    }

    @Override
    public String toString() {
        return value == 0 ? Long.toString(id) : value + "." + id;
    }
}
