package askme.outage;

import askme.support.FaultProxy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One part of a running site and its faults.
 *
 * @param proxies before the server, one for each use of it
 * @param own the faults that the server itself plays; the proxies play all others
 */
record SitePart(List<FaultProxy> proxies, Map<Fault, Supplier<FaultProxy.Active>> own) {

    /** Begins a fault, which lasts until the returned object is closed. */
    FaultProxy.Active begin(Fault fault) {
        Supplier<FaultProxy.Active> played = own.get(fault);
        if (played != null) {
            return played.get();
        }
        FaultProxy.Fault kind = FaultProxy.Fault.valueOf(fault.name());
        proxies.forEach(proxy -> proxy.begin(kind));
        return () -> proxies.forEach(proxy -> proxy.set(FaultProxy.Fault.NONE));
    }

    /** The connections of the site. */
    int connections() {
        return proxies.stream().mapToInt(FaultProxy::connections).sum();
    }
}
