package askme.mail.notice;

import askme.mail.choice.Pace;
import java.time.Instant;
import java.util.Comparator;

/**
 * A notification that waits for a mail.
 *
 * @param question 0 if it is about none
 * @param moment of its last cause
 * @param slot when the digest is due; null for a mail at once
 */
record WaitingNotice(long member, Pace pace, long question, long notification, Instant moment, Instant slot) {

    /** The order in which rows are written, so that two jobs lock them one after the other. */
    static final Comparator<WaitingNotice> IN_ORDER = Comparator.comparingLong(WaitingNotice::member)
            .thenComparing(notice -> notice.pace().stored())
            .thenComparingLong(WaitingNotice::question)
            .thenComparingLong(WaitingNotice::notification);
}
