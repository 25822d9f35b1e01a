package askme.importing.content;

import askme.database.Jdbc;
import askme.importing.ImportedName;
import askme.member.EmailAddress;
import askme.member.Nickname;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The members. One without an address and a password cannot sign in before claiming the account. */
public final class MemberTable extends ContentTable<MemberTable.Row> {

    private static final String COLUMNS = "id, email, nickname, password_hash, joined_at, mail_answers,"
            + " email_confirmed_at, must_confirm, suspended, suspended_until, suspension_reason";

    private static final String NAMELESS = "former-members";
    private static final Instant FIRST = Instant.parse("2008-01-01T00:00:00Z");
    private static final int ROWS_A_STATEMENT = 500;

    /** A bcrypt hash. A higher cost would be work of seconds at each sign-in. */
    private static final String PASSWORD = "\\$2[aby]\\$(?:0[4-9]|1[0-2])\\$[./A-Za-z0-9]{53}";

    private final Set<String> taken = new HashSet<>();
    private final Set<String> takenAddresses = new HashSet<>();
    private final List<Object[]> members = new ArrayList<>();
    private final List<Object[]> olds = new ArrayList<>();
    private boolean namelessWritten;

    /**
     * A member.
     *
     * @param name as the old site shows it
     * @param joined null if it is not known
     * @param login null for a member who claims the account later
     * @param suspension null for a member who is not suspended
     * @param deleted whether the account was deleted there
     */
    public record Row(
            OldRow row, int number, String name, Instant joined, Login login, Suspension suspension, boolean deleted) {}

    /**
     * How a member signs in.
     *
     * @param confirmed whether the member used a mail that was sent to the address
     * @param password a hash, or "" for none
     */
    public record Login(String email, boolean confirmed, String password) {}

    /** @param until null for a suspension without an end */
    public record Suspension(Instant until) {}

    public MemberTable(ImportRun run, Connection connection) throws SQLException {
        super(run, "members");
        taken.addAll(Jdbc.query(
                connection, "SELECT nickname FROM member", row -> Nickname.Check.plain(row.getString("nickname"))));
        takenAddresses.addAll(Jdbc.query(
                connection,
                "SELECT email FROM member WHERE email IS NOT NULL",
                row -> comparable(row.getString("email"))));
        namelessWritten = !run.known().needsNameless()
                || !Jdbc.query(
                                connection,
                                "SELECT member_id FROM imported_member WHERE source_id = ? AND old_id = ?",
                                row -> row.getLong("member_id"),
                                run.source().id(),
                                ImportRun.NAMELESS)
                        .isEmpty();
    }

    private static String comparable(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    @Override
    void prepare(List<Row> rows) {
        super.prepare(rows);
        members.clear();
        olds.clear();
        if (!namelessWritten) {
            namelessWritten = true;
            add(ImportRun.NAMELESS, free(NAMELESS, ImportRun.NAMELESS), FIRST, null, null);
        }
        for (Row member : rows) {
            String nickname = nickname(member);
            Login login = member.deleted || member.login == null ? null : usable(member.row, member.login);
            add(
                    member.number,
                    nickname,
                    member.joined == null ? FIRST : member.joined,
                    login,
                    member.deleted ? null : member.suspension);
        }
    }

    private String nickname(Row member) {
        if (member.deleted) {
            run.report().note("deleted members, who keep their posts only", 1);
            return free("former-" + run.source().member(member.number), member.number);
        }
        String nickname = free(member.name, member.number);
        if (!nickname.equals(member.name)) {
            run.report().note("names that were changed", member.row.where(), member.name + " is now " + nickname);
        }
        return nickname;
    }

    private String free(String name, int number) {
        String nickname = ImportedName.of(
                name,
                number,
                free -> taken.contains(Nickname.Check.plain(free))
                        || run.reserved().test(free));
        taken.add(Nickname.Check.plain(nickname));
        return nickname;
    }

    /** The usable part of the address and the password; null if nothing is usable. An account of this site keeps its address. */
    private Login usable(OldRow row, Login login) {
        String address = EmailAddress.Check.clean(login.email);
        if (!EmailAddress.Check.valid(address, false)) {
            run.report().note("members without a valid address, who claim their account", row.where(), "");
            return null;
        }
        if (!takenAddresses.add(comparable(address))) {
            run.report().note("members whose address another member has, who claim their account", row.where(), "");
            return null;
        }
        boolean known = login.password.matches(PASSWORD);
        if (!known && !login.password.isEmpty()) {
            run.report().note("passwords that cannot be kept: the member resets it", row.where(), "");
        }
        return new Login(address, login.confirmed, known ? login.password : "");
    }

    private void add(int number, String nickname, Instant joined, Login login, Suspension suspension) {
        long id = run.source().member(number);
        members.add(new Object[] {
            id,
            login == null ? null : login.email,
            nickname,
            login == null || login.password.isEmpty() ? null : login.password,
            Jdbc.utc(joined),
            login != null,
            login == null || !login.confirmed ? null : Jdbc.utc(joined),
            login != null && !login.confirmed,
            suspension != null,
            suspension == null || suspension.until == null ? null : Jdbc.utc(suspension.until),
            ""
        });
        olds.add(new Object[] {id, run.source().id(), number});
    }

    @Override
    void write(Connection connection, List<Row> rows) throws SQLException {
        Batch.insert(connection, "member", COLUMNS, ROWS_A_STATEMENT, members);
        Batch.insert(connection, "imported_member", "member_id, source_id, old_id", ROWS_A_STATEMENT, olds);
    }
}
