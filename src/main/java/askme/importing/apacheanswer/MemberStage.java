package askme.importing.apacheanswer;

import askme.importing.content.MemberTable;
import askme.importing.content.MemberTable.Login;
import askme.importing.content.MemberTable.Suspension;
import java.time.Instant;

/** The members, with address and password. The name is the one that others mention. */
final class MemberStage extends TableStage<MemberTable.Row> {

    private static final int SUSPENDED = 9;
    private static final int DELETED = 10;
    private static final int CONFIRMED = 1;

    /** Answer writes the end of this year for a suspension without an end. */
    private static final Instant WITHOUT_END = Instant.parse("2099-01-01T00:00:00Z");

    MemberStage(Source source, MemberTable target) {
        super(
                source,
                "members",
                target,
                "user",
                "1 = 1",
                "username",
                "e_mail",
                "mail_status",
                "pass",
                "status",
                "created_at",
                "suspended_until");
    }

    @Override
    protected MemberTable.Row convert(TableRow row) {
        long status = row.number("status");
        Instant until = row.momentOrNull("suspended_until");
        return new MemberTable.Row(
                row,
                row.member("id"),
                row.text("username"),
                row.momentOrNull("created_at"),
                new Login(row.text("e_mail"), row.number("mail_status") == CONFIRMED, row.text("pass")),
                status == SUSPENDED
                        ? new Suspension(until == null || until.isBefore(WITHOUT_END) ? until : null)
                        : null,
                status == DELETED);
    }
}
