package askme.outage;

import java.util.Locale;

/** A thing that people do while a part is down. All of them happen at the same time. */
enum Duty {
    /** A member reads the page of a question. */
    READ,
    /** A guest reads it, which may come from the cache of pages. */
    GUEST,
    POST,
    VOTE,
    SIGN_IN,
    SEARCH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
