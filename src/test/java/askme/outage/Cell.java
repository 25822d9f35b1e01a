package askme.outage;

import java.util.EnumSet;
import java.util.Set;

/**
 * One run of the matrix: a fault of a part while everybody does everything.
 *
 * @param database the database of the site
 */
record Cell(Part database, Part part, Fault fault) {

    private static final Set<Fault> REPLY_LOST =
            EnumSet.of(Fault.STOPPED, Fault.STOPPED_FOUR_TIMES, Fault.SILENT, Fault.SWALLOWING, Fault.SLOW);

    /** Whether a page may answer 503: only if it needs the part. */
    boolean pagesMayFail() {
        return part == database || part == Part.NETWORK;
    }

    /**
     * Whether mails may arrive twice. If the reply to a mail is lost, nobody knows whether the server has it (RFC 5321, 4.5.4.1), so
     * it is sent again with the same {@code Message-ID}. The same holds if the database cannot record that it was sent.
     */
    boolean mayRepeatMail() {
        boolean unrecorded = part == database;
        return unrecorded || ((part == Part.SMTP || part == Part.NETWORK) && REPLY_LOST.contains(fault));
    }

    @Override
    public String toString() {
        return part + " " + fault;
    }
}
