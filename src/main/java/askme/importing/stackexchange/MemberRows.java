package askme.importing.stackexchange;

import askme.database.Jdbc;
import askme.importing.ImportedName;
import askme.member.Nickname;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The members. They have no address and no password, so nobody can sign in as one before claiming the account. */
final class MemberRows extends Stage {

    private static final String COLUMNS = "id, email, nickname, password_hash, joined_at, mail_answers";
    private static final String NAMELESS = "former-members";
    private static final Instant FIRST = Instant.parse("2008-01-01T00:00:00Z");
    private static final int ROWS_A_STATEMENT = 500;

    private final Set<String> taken = new HashSet<>();
    private final Predicate<String> reserved;
    private final List<Object[]> members = new ArrayList<>();
    private final List<Object[]> olds = new ArrayList<>();
    private boolean namelessWritten;

    /** @param reserved whether nobody may have a nickname */
    MemberRows(Dump dump, Predicate<String> reserved, Connection connection) throws SQLException {
        super("members", KnownFields.USERS, dump);
        this.reserved = reserved;
        taken.addAll(Jdbc.query(
                connection, "SELECT nickname FROM member", row -> Nickname.Check.plain(row.getString("nickname"))));
        namelessWritten = !dump.survey().needsNameless()
                || !Jdbc.query(
                                connection,
                                "SELECT member_id FROM imported_member WHERE source_id = ? AND old_id = ?",
                                row -> row.getLong("member_id"),
                                dump.source().id(),
                                Dump.NAMELESS)
                        .isEmpty();
    }

    @Override
    boolean accepts(DumpRow row) throws DumpRow.Fault {
        if (row.id("Id") == Dump.NAMELESS) {
            throw new DumpRow.Fault("Id is 0");
        }
        return true;
    }

    @Override
    void convert(List<DumpRow> rows) {
        if (!namelessWritten) {
            namelessWritten = true;
            add(Dump.NAMELESS, free(NAMELESS, Dump.NAMELESS), FIRST);
        }
        for (DumpRow row : rows) {
            try {
                int id = row.id("Id");
                String name = row.text("DisplayName");
                String nickname = free(name, id);
                if (!nickname.equals(name)) {
                    dump.report().note("names that were changed", row.where(), name + " is now " + nickname);
                }
                add(id, nickname, row.has("CreationDate") ? row.moment("CreationDate") : FIRST);
                dump.report().count("members", 1);
            } catch (DumpRow.Fault e) {
                leaveOut(row, e.getMessage());
            }
        }
    }

    private String free(String name, int id) {
        String nickname =
                ImportedName.of(name, id, free -> taken.contains(Nickname.Check.plain(free)) || reserved.test(free));
        taken.add(Nickname.Check.plain(nickname));
        return nickname;
    }

    private void add(int old, String nickname, Instant joined) {
        long id = dump.source().member(old);
        members.add(new Object[] {id, null, nickname, null, Jdbc.utc(joined), false});
        olds.add(new Object[] {id, dump.source().id(), old});
    }

    @Override
    void write(Connection connection) throws SQLException {
        Batch.insert(connection, "member", COLUMNS, ROWS_A_STATEMENT, members);
        Batch.insert(connection, "imported_member", "member_id, source_id, old_id", ROWS_A_STATEMENT, olds);
    }
}
