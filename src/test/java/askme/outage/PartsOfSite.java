package askme.outage;

import askme.embedded.hub.RealCentrifugo;
import askme.support.FaultProxy;
import askme.support.Outage;
import askme.support.RedisServer;
import askme.support.Signal;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The servers of a site and how each of them fails. */
record PartsOfSite(DatabaseServer database, SmallDisk disk, RedisServer cache, RedisServer jobs, RealCentrifugo hub) {

    /** The parts behind these proxies. */
    Map<Part, SitePart> behind(
            Part databasePart, FaultProxy sql, FaultProxy cached, List<FaultProxy> queued, FaultProxy smtp, FaultProxy published) {
        Map<Part, SitePart> parts = new EnumMap<>(Part.class);
        SitePart ofDatabase = new SitePart(
                List.of(sql),
                Map.of(
                        Fault.KILLED, database::kill,
                        Fault.STOPPED, database::hang,
                        Fault.FULL, disk::fill));
        parts.put(databasePart, ofDatabase);
        parts.put(Part.REDIS_CACHE, new SitePart(List.of(cached), ofRedis(cache)));
        parts.put(Part.REDIS_JOBS, new SitePart(queued, ofRedis(jobs)));
        parts.put(
                Part.SMTP,
                new SitePart(
                        List.of(smtp),
                        Map.of(
                                Fault.KILLED, PartsOfSite::killMail,
                                Fault.STOPPED, PartsOfSite::stopMail,
                                Fault.STOPPED_FOUR_TIMES, PartsOfSite::stopMail)));
        parts.put(
                Part.CENTRIFUGO,
                new SitePart(List.of(published), Map.of(Fault.KILLED, hub::kill, Fault.STOPPED, hub::hang)));
        List<FaultProxy> all = parts.values().stream()
                .flatMap(part -> part.proxies().stream())
                .toList();
        parts.put(Part.NETWORK, new SitePart(all, Map.of()));
        return parts;
    }

    private static Map<Fault, Supplier<FaultProxy.Active>> ofRedis(RedisServer server) {
        return Map.of(
                Fault.KILLED,
                () -> {
                    server.kill();
                    return server::run;
                },
                Fault.STOPPED,
                server::hang,
                Fault.STOPPED_FOUR_TIMES,
                server::hang,
                Fault.FULL,
                () -> {
                    server.call(Command.CONFIG, "SET", "maxmemory", "1");
                    return () -> server.call(Command.CONFIG, "SET", "maxmemory", "0");
                });
    }

    private static FaultProxy.Active killMail() {
        Outage outage = Outage.kill(Outage.MAIL);
        return outage::close;
    }

    /** The SMTP server belongs to the process of the tests' services. The site uses nothing else of it. */
    private static FaultProxy.Active stopMail() {
        long process = ProcessHandle.current()
                .descendants()
                .mapToLong(ProcessHandle::pid)
                .filter(PartsOfSite::runsServices)
                .findFirst()
                .orElseThrow();
        Signal.STOP.send(process);
        return () -> Signal.CONT.send(process);
    }

    private static boolean runsServices(long process) {
        try {
            String[] words = Files.readString(Path.of("/proc", Long.toString(process), "cmdline"))
                    .split("\0");
            return Stream.of(words).anyMatch("askme.embedded.ServicesMain"::equals);
        } catch (IOException ended) {
            return false;
        }
    }
}
