package askme.account.data;

import java.util.List;
import java.util.Map;

/**
 * The tables with rows of members, and which rows are deleted with an account. The member's row stays, emptied, so no foreign key removes
 * anything: a table with a member's id has to be here. {@code OwnDataTest} compares this list with the database.
 */
final class MemberTables {

    /** A column with the id of a member. */
    record Column(String table, String name) {}

    /** The rows that are deleted, in this order. First what opens the account. */
    static final List<Column> GOES = List.of(
            new Column("session", "member_id"),
            new Column("api_token", "member_id"),
            new Column("login_link", "member_id"),
            new Column("claim_code", "member_id"),
            new Column("member_identity", "member_id"),
            new Column("passkey", "member_id"),
            new Column("totp", "member_id"),
            new Column("recovery_code", "member_id"),
            new Column("push_subscription", "member_id"),
            new Column("address_link", "member_id"),
            new Column("former_nickname", "member_id"),
            new Column("draft", "member_id"),
            new Column("waiting_post", "member_id"),
            new Column("saved_question", "member_id"),
            new Column("question_follow", "member_id"),
            new Column("tag_follow", "member_id"),
            new Column("member_follow", "member_id"),
            new Column("member_follow", "followed_id"),
            new Column("inbox", "member_id"),
            new Column("mail_permit", "member_id"),
            new Column("mail_waiting", "member_id"),
            new Column("mail_sent", "member_id"),
            new Column("mail_choice", "member_id"),
            new Column("mail_refusal", "member_id"),
            new Column("mail_notice", "member_id"),
            new Column("mail_question", "member_id"),
            new Column("mail_digest", "member_id"),
            new Column("member_profile", "member_id"));

    /** The columns whose rows stay, and why. The id then names an emptied row. */
    static final Map<String, String> STAYS = Map.ofEntries(
            Map.entry("question.author_id", "posts stay"),
            Map.entry("question.edited_by", "posts stay"),
            Map.entry("answer.author_id", "posts stay"),
            Map.entry("answer.edited_by", "posts stay"),
            Map.entry("comment.author_id", "posts stay"),
            Map.entry("question_vote.member_id", "no rating changes"),
            Map.entry("answer_vote.member_id", "no rating changes"),
            Map.entry("comment_vote.member_id", "no rating changes"),
            Map.entry("comment_mention.member_id", "the name becomes the new one"),
            Map.entry("question_revision.editor_id", "the history of a post has its editors"),
            Map.entry("question_revision.taken_by", "the history of a post has its editors"),
            Map.entry("answer_revision.editor_id", "the history of a post has its editors"),
            Map.entry("answer_revision.taken_by", "the history of a post has its editors"),
            Map.entry("edit_suggestion.author_id", "the history of a post has its editors"),
            Map.entry("edit_suggestion.proposer_id", "the history of a post has its editors"),
            Map.entry("edit_suggestion.decided_by", "the history of a post has its editors"),
            Map.entry("tag_revision.editor_id", "the history of a text has its editors"),
            Map.entry("tag_revision.taken_by", "the history of a text has its editors"),
            Map.entry("tag_wiki.editor_id", "the history of a text has its editors"),
            Map.entry("tag_merge.begun_by", "the log of decisions stays"),
            Map.entry("deleted_post.author_id", "the log of decisions stays"),
            Map.entry("deleted_post.deleted_by", "the log of decisions stays"),
            Map.entry("deleted_comment.author_id", "the log of decisions stays"),
            Map.entry("deleted_comment.deleted_by", "the log of decisions stays"),
            Map.entry("held_post.author_id", "a moderator decides about it like about a post"),
            Map.entry("imported_member.member_id", "a repeated import finds the member again"),
            Map.entry("close_vote.member_id", "the log of decisions stays"),
            Map.entry("question_lock.locked_by", "the log of decisions stays"),
            Map.entry("answer_lock.locked_by", "the log of decisions stays"),
            Map.entry("moderation_log.actor_id", "the log of decisions stays"),
            Map.entry("moderation_log.member_id", "the log of decisions stays"),
            Map.entry("review_item.author_id", "the log of decisions stays"),
            Map.entry("review_item.decided_by", "the log of decisions stays"),
            Map.entry("report.reporter_id", "the log of decisions stays"),
            Map.entry("post_sweep.member_id", "the log of decisions stays"),
            Map.entry("post_sweep.by_id", "the log of decisions stays"),
            Map.entry("setting.changed_by", "the log of decisions stays"),
            Map.entry("invitation.made_by", "the log of decisions stays"),
            Map.entry("notification.actor_id", "the notification belongs to somebody else"),
            Map.entry("notification_cause.actor_id", "the notification belongs to somebody else"),
            Map.entry("member_badge.member_id", "a badge is about posts, which stay"),
            Map.entry("nickname_skeleton.member_id", "it is that of the new name"),
            Map.entry("picture.member_id", "pictures of posts stay; their row forgets who uploaded them"),
            Map.entry("data_export.member_id", "its files are removed with it by another step"));

    /** Rows that are deleted together: the causes have no index of members. */
    static final String NOTIFICATIONS = "SELECT id FROM notification WHERE member_id = :member LIMIT ";

    /** The columns that another step deletes by {@link #NOTIFICATIONS}. */
    static final List<Column> NOTIFICATION_TABLES =
            List.of(new Column("notification_cause", "member_id"), new Column("notification", "member_id"));

    private MemberTables() {}
}
