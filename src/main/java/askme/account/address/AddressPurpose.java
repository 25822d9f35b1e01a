package askme.account.address;

import java.time.Duration;
import java.util.Locale;

/** The effect of a link that was mailed to an address. */
public enum AddressPurpose {
    /** The address of the account is confirmed. */
    CONFIRM(Duration.ofDays(1)),
    /** The account gets this address instead of its present one. */
    CHANGE(Duration.ofDays(1)),
    /** The account gets the address back that it had before a change. */
    UNDO(Duration.ofDays(7));

    private final Duration validity;

    AddressPurpose(Duration validity) {
        this.validity = validity;
    }

    Duration validity() {
        return validity;
    }

    /** The name in the database. */
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AddressPurpose ofStored(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
