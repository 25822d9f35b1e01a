package askme.account.data;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The data that a member asked for.
 *
 * @param readyAt null until all parts are there
 * @param file a random part of the names of its files
 * @param parts how many files it has
 */
@TemplateData
public record DataExport(
        long id, long memberId, Instant askedAt, Instant readyAt, Instant endsAt, String file, int parts, long bytes) {

    /** The numbers of the files. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, parts).boxed().toList();
    }

    /** The size of all files in megabytes, at least 1. */
    public long megabytes() {
        return Math.max(1, Math.round(bytes / 1_000_000.0));
    }

    /** The name of a file in the storage. */
    String stored(int part) {
        return "export-" + file + "-" + part + ".zip";
    }
}
