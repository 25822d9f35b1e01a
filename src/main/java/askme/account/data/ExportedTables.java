package askme.account.data;

import java.util.List;

/** The content of an export: one file of JSON lines for each table. Each statement reads a range of an index. */
final class ExportedTables {

    /** Rows that are read at a time. */
    static final int ROWS = 200;

    /**
     * @param name of the file
     * @param sql selects the rows of the member {@code ?} with a {@code key} above {@code ?}, in its order, at most {@link #ROWS}
     */
    record Table(String name, String sql) {

        static Table of(String name, String columns, String from, String key, String where) {
            return new Table(
                    name,
                    "SELECT " + key + " AS `key`, " + columns + " FROM " + from + " WHERE " + where + " AND " + key
                            + " > ? ORDER BY " + key + " LIMIT " + ROWS);
        }
    }

    static final List<Table> ALL = List.of(
            Table.of(
                    "account",
                    "nickname, email, joined_at, rating, question_count, answer_count, language, time_zone, suspended_until,"
                            + " suspension_reason",
                    "member",
                    "id",
                    "id = ?"),
            Table.of("profile", "about, link, title", "member_profile", "member_id", "member_id = ?"),
            Table.of("former-nicknames", "nickname", "former_nickname", "CRC32(nickname)", "member_id = ?"),
            Table.of(
                    "questions",
                    "title, tag_names AS tags, body AS text, asked_at, edited_at, rating, hidden = 1 AS deleted",
                    "question",
                    "id",
                    "author_id = ?"),
            Table.of(
                    "answers",
                    "question_id, body AS text, answered_at, edited_at, rating, accepted + 0 AS accepted, hidden = 1 AS deleted",
                    "answer",
                    "id",
                    "author_id = ?"),
            Table.of(
                    "comments",
                    "question_id, answer_id, body AS text, posted_at, edited_at, rating",
                    "comment",
                    "id",
                    "author_id = ?"),
            Table.of("votes-for-questions", "value, voted_at", "question_vote", "question_id", "member_id = ?"),
            Table.of("votes-for-answers", "value, voted_at", "answer_vote", "answer_id", "member_id = ?"),
            Table.of("helpful-comments", "voted_at", "comment_vote", "comment_id", "member_id = ?"),
            Table.of("saved-questions", "note, saved_at", "saved_question", "question_id", "member_id = ?"),
            Table.of(
                    "followed-questions",
                    "following, muted, changed_at",
                    "question_follow",
                    "question_id",
                    "member_id = ?"),
            Table.of(
                    "followed-tags",
                    "t.name, f.followed_at",
                    "tag_follow f JOIN tag t ON t.id = f.tag_id",
                    "f.tag_id",
                    "f.member_id = ?"),
            Table.of(
                    "followed-members",
                    "m.nickname, f.followed_at",
                    "member_follow f JOIN member m ON m.id = f.followed_id",
                    "f.followed_id",
                    "f.member_id = ?"),
            Table.of(
                    "notifications",
                    "kind, question_id, answer_id, causes, amount, happened_at, seen > 0 AS seen",
                    "notification",
                    "id",
                    "member_id = ?"),
            Table.of("drafts", "place, fields, saved_at", "draft", "CRC32(place)", "member_id = ?"),
            Table.of("waiting-posts", "place, fields, sent_at, refusal", "waiting_post", "id", "member_id = ?"),
            Table.of("badges", "badge, earned_at", "member_badge", "id", "member_id = ?"),
            Table.of("mail-choices", "kind, pace", "mail_choice", "CRC32(kind)", "member_id = ?"),
            Table.of(
                    "sessions",
                    "created_at, seen_at, expires_at, user_agent",
                    "session",
                    "CRC32(id_hash)",
                    "member_id = ?"),
            Table.of("reports", "post_kind, post_id, reason, note, reported_at", "report", "id", "reporter_id = ?"),
            Table.of(
                    "decisions-about-me",
                    "acted_at, act, target_kind, target_id, reason",
                    "moderation_log",
                    "id",
                    "member_id = ?"));

    private ExportedTables() {}
}
