package askme.outbound;

/** The host of an address that a person gave is not of the internet, and the configuration does not allow that. */
public final class PrivateAddressException extends Exception {

    PrivateAddressException(String host) {
        super("private address of " + host, null, false, false);
    }
}
