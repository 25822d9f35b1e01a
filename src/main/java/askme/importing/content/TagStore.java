package askme.importing.content;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The ids of tags by name. A tag of the dump that the site has already, also as another name of a tag, is that tag. */
public final class TagStore {

    private static final String ALL = "SELECT name, id FROM tag UNION ALL"
            + " SELECT s.name, s.tag_id FROM tag_synonym s WHERE NOT EXISTS (SELECT t.id FROM tag t WHERE t.name = s.name)";

    /** The tag of a name, and its own name. */
    record Ref(long id, String name) {}

    private final Map<String, Ref> refs = new HashMap<>();

    /** The tags of these names, in their order. Missing tags are made. */
    Map<String, Ref> of(Connection connection, Collection<String> names) throws SQLException {
        if (refs.isEmpty()) {
            load(connection);
        }
        TreeSet<String> missing = new TreeSet<>(names);
        missing.removeAll(refs.keySet());
        for (String name : missing) {
            Jdbc.update(connection, "INSERT IGNORE INTO tag (name) VALUES (?)", name);
        }
        if (!missing.isEmpty()) {
            load(connection);
        }
        return refs;
    }

    private void load(Connection connection) throws SQLException {
        Map<Long, String> own = new HashMap<>();
        Jdbc.query(connection, "SELECT id, name FROM tag", row -> own.put(row.getLong("id"), row.getString("name")));
        Jdbc.query(connection, ALL, row -> {
            long id = row.getLong("id");
            return refs.put(row.getString("name"), new Ref(id, own.get(id)));
        });
    }
}
