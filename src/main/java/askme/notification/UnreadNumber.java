package askme.notification;

import askme.session.CurrentMember;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.RequestScoped;

/** The number of unread notifications in the header of a page, read at most once for each request. */
@RequestScoped
@Unremovable // templates look it up
public class UnreadNumber {

    private static final int UNKNOWN = -1;

    private final Inbox inbox;
    private final CurrentMember current;
    private int number = UNKNOWN;

    UnreadNumber(Inbox inbox, CurrentMember current) {
        this.inbox = inbox;
        this.current = current;
    }

    /** The page has read it with something else. */
    public void know(int unread) {
        number = unread;
    }

    /** 0 if it cannot be read: a page that reports an outage has the header too. */
    int get() {
        if (number == UNKNOWN) {
            number = read();
        }
        return number;
    }

    private int read() {
        long member = current.idOrZero();
        if (member == 0 || !BlockingOperationControl.isBlockingAllowed()) {
            return 0;
        }
        try {
            return inbox.unread(member);
        } catch (RuntimeException e) {
            return 0;
        }
    }
}
