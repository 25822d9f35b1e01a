package askme.webhook;

import java.util.Locale;

/** Why a delivery got no answer. */
enum SendError {
    /** No answer in time. */
    TIMEOUT,

    /** No connection. */
    UNREACHABLE,

    /** The host has a private address, which the configuration does not allow. */
    PRIVATE,

    /** The secret was encrypted with another ASKME_SECRET. */
    SECRET,

    /** The receiver was switched off. */
    OFF;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
