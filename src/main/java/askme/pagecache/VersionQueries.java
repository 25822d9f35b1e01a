package askme.pagecache;

import askme.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads versions in one round trip. */
@ApplicationScoped
class VersionQueries implements VersionReads.Source {

    static final String READ = "SELECT id, version FROM question WHERE id IN (%s)"
            + " UNION ALL SELECT 0, value FROM site_counter WHERE name = 'page-version'";

    /** Lists of ids have one of these lengths, so that few statements are prepared. */
    private static final List<Integer> LENGTHS = List.of(1, 8, 64, 512, 4096);

    private final Jdbc jdbc;

    VersionQueries(DataSource database) {
        this.jdbc = new Jdbc(database);
    }

    @Override
    public Versions read(Set<Long> questions) throws SQLException {
        List<Object> ids = new ArrayList<>(questions);
        int length =
                LENGTHS.stream().filter(n -> n >= questions.size()).findFirst().orElse(questions.size());
        while (ids.size() < length) {
            ids.add(ids.get(0));
        }
        Map<Long, Long> found = new HashMap<>();
        jdbc.query(
                READ.formatted(Jdbc.placeholders(length)),
                row -> found.put(row.getLong("id"), row.getLong("version")),
                ids.toArray());
        return new Versions(found, found.getOrDefault(0L, 0L));
    }
}
