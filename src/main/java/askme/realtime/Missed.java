package askme.realtime;

import java.util.List;
import java.util.stream.Stream;

/**
 * Changes that a page may have missed.
 *
 * @param last the id of the newest answer that was read; the page continues after it. 0 if no answer was read
 * @param more whether newer answers may exist
 * @param rest the ids of edited answers whose texts did not fit; the page requests them as its {@code known}
 */
public record Missed(List<Change> changes, long last, boolean more, List<Long> rest) {

    /** The complete changes of a part whose size is limited by the page itself. */
    static Missed all(List<Change> changes) {
        return new Missed(changes, 0, false, List.of());
    }

    /** These changes, then {@code others}. */
    Missed and(Missed others) {
        return new Missed(
                Stream.concat(changes.stream(), others.changes.stream()).toList(),
                Math.max(last, others.last),
                more || others.more,
                Stream.concat(rest.stream(), others.rest.stream()).toList());
    }
}
