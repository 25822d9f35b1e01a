package askme.web.ratelimit;

import java.util.HashMap;
import java.util.Map;

/** Counts the bodies that are arriving and the bytes that bodies occupy, for each network address and in total. */
final class BodyBudget {

    private final Limits perAddress;
    private final Limits inTotal;
    private final Map<String, Use> byAddress = new HashMap<>();
    private final Use total = new Use();

    /** @param arriving how many bodies may be arriving at a time */
    record Limits(int arriving, long bytes) {}

    /** Why a body was refused, or that it was not. */
    enum Decision {
        ADMITTED,
        ADDRESS_FULL,
        ALL_FULL
    }

    private static final class Use {
        private int open;
        private int arriving;
        private long bytes;
    }

    BodyBudget(Limits perAddress, Limits inTotal) {
        this.perAddress = perAddress;
        this.inTotal = inTotal;
    }

    /** A body of {@code address}. Its methods are called by one thread. */
    Share share(String address) {
        return new Share(address);
    }

    /** The bytes that all bodies occupy. */
    synchronized long bytes() {
        return total.bytes;
    }

    /** The use of one body. */
    final class Share {

        private final String address;
        private boolean open;
        private boolean arriving;
        private long bytes;

        private Share(String address) {
            this.address = address;
        }

        /** Begins the arrival if the limits permit another body. */
        Decision begin() {
            synchronized (BodyBudget.this) {
                Use own = byAddress.getOrDefault(address, new Use());
                if (own.arriving >= perAddress.arriving) {
                    return Decision.ADDRESS_FULL;
                }
                if (total.arriving >= inTotal.arriving) {
                    return Decision.ALL_FULL;
                }
                byAddress.put(address, own);
                own.open++;
                own.arriving++;
                total.arriving++;
                open = true;
                arriving = true;
                return Decision.ADMITTED;
            }
        }

        /** Adds {@code more} bytes if the limits permit them. */
        Decision add(long more) {
            synchronized (BodyBudget.this) {
                if (!open) {
                    return Decision.ADDRESS_FULL;
                }
                Use own = byAddress.get(address);
                if (own.bytes + more > perAddress.bytes) {
                    return Decision.ADDRESS_FULL;
                }
                if (total.bytes + more > inTotal.bytes) {
                    return Decision.ALL_FULL;
                }
                own.bytes += more;
                total.bytes += more;
                bytes += more;
                return Decision.ADMITTED;
            }
        }

        /** The body is complete. Its bytes still count. */
        void arrived() {
            synchronized (BodyBudget.this) {
                if (arriving) {
                    arriving = false;
                    total.arriving--;
                    byAddress.get(address).arriving--;
                }
            }
        }

        /** The request is answered, or its client has gone. A second call has no effect. */
        void release() {
            synchronized (BodyBudget.this) {
                if (!open) {
                    return;
                }
                arrived();
                open = false;
                total.bytes -= bytes;
                Use own = byAddress.get(address);
                own.bytes -= bytes;
                if (--own.open == 0) {
                    byAddress.remove(address);
                }
            }
        }
    }
}
