package askme.outage;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Which faults of which parts are tried. */
final class Matrix {

    private Matrix() {}

    /** Why a fault of a part means nothing; empty if it is tried. */
    static Optional<String> meaningless(Part part, Fault fault) {
        return Optional.ofNullable(
                switch (fault) {
                    case STOPPED_FOUR_TIMES ->
                        part == Part.REDIS_JOBS || part == Part.SMTP
                                ? null
                                : "only tried where connections once leaked: Redis (jobs) and SMTP";
                    case FULL ->
                        switch (part) {
                            case SMTP -> "the server answers 452: a refusal, which is retried";
                            case CENTRIFUGO -> "it stores nothing on a disk";
                            case NETWORK -> "as slow, then as swallowing packets";
                            default -> null;
                        };
                    case KILLED, STOPPED, SILENT ->
                        part == Part.NETWORK ? "as swallowing packets: a network sends no replies" : null;
                    default -> null;
                });
    }

    /** The runs with a site on this database; everything but the database itself is tried with MariaDB. */
    static Stream<Cell> cells(Part database) {
        return Arrays.stream(Part.values())
                .filter(part -> database == Part.MARIADB ? part != Part.MYSQL : part == database)
                .flatMap(part -> Arrays.stream(Fault.values()).map(fault -> new Cell(database, part, fault)))
                .filter(cell -> meaningless(cell.part(), cell.fault()).isEmpty());
    }
}
