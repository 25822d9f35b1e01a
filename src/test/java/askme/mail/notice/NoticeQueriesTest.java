package askme.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;

import askme.fill.Filled;
import askme.support.FilledSite;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notices of one mail are a range of a key, however many members wait for mails. */
@QuarkusTest
@TestProfile(FilledSite.class)
class NoticeQueriesTest {

    private static final int MOST = 20;
    private static final int FEW = 60;

    @Inject
    Filled filled;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    private long member;

    /** Each member waits for a mail about each of the newest questions, and for digests. */
    @BeforeEach
    void fill() throws SQLException {
        filled.once();
        member = database.of("SELECT MIN(id) FROM member");
        if (database.of("SELECT COUNT(*) FROM mail_notice") == 0) {
            database.change("INSERT INTO mail_notice (member_id, pace, question_id, notification_id, moment)"
                    + " SELECT m.id, IF(q.id % 2 = 0, 'now', 'daily'), q.id, q.id * 1000000 + m.id, q.asked_at"
                    + " FROM member m JOIN (SELECT id, asked_at FROM question ORDER BY id DESC LIMIT 40) q");
            database.change("INSERT INTO mail_digest (member_id, pace, slot_at, queued)"
                    + " SELECT id, 'daily', '2026-01-01 08:00:00', id % 2 FROM member");
            database.change("INSERT INTO mail_told SELECT notification_id, moment, moment FROM mail_notice");
            database.change("INSERT INTO mail_question (member_id, question_id, mailed_at)"
                    + " SELECT member_id, question_id, MAX(moment) FROM mail_notice GROUP BY member_id, question_id");
        }
    }

    @Test
    void noticesOfAMemberAreARangeOfTheKey() {
        long question = database.of("SELECT MAX(question_id) FROM mail_notice WHERE pace = 'now'");
        bounded(WaitingNotices.ABOUT_QUESTION, Map.of("member", member, "question", question, "most", MOST));
        bounded(WaitingNotices.OF_DIGEST, Map.of("member", member, "pace", "daily", "most", MOST));
        bounded(WaitingNotices.LAST, Map.of("member", member, "question", question));
    }

    @Test
    void dueDigestsAreARangeOfTheirIndex() {
        bounded(DigestSlots.DUE, Map.of("now", "2026-02-01 00:00:00", "most", MOST));
    }

    @Test
    void postsOfANotificationAreReadByKeys() {
        bounded(CausePosts.CAUSES, Map.of("notification", 1, "after", "2026-01-01 00:00:00", "most", MOST));
        for (String body :
                new String[] {CausePosts.ANSWER, CausePosts.COMMENT, CausePosts.QUESTION, CausePosts.DECISION}) {
            bounded(body, Map.of("id", 1));
        }
        bounded(NoticeWriter.RECIPIENT, Map.of("member", member));
    }

    private void bounded(String sql, Map<String, ?> parameters) {
        QueryCosts.Cost cost = costs.of(sql, parameters);
        assertThat(cost.fullScans()).as(sql).isEmpty();
        assertThat(cost.read()).as(sql).isLessThanOrEqualTo(FEW);
    }
}
