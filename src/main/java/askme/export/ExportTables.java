package askme.export;

import java.util.List;
import java.util.Map;

/** The tables of an export, and the reasons for leaving out the others. docs/export-format.md describes the files. */
final class ExportTables {

    private static final String OF_VISIBLE_QUESTION =
            "EXISTS (SELECT 1 FROM question q WHERE q.id = t.question_id AND q.hidden = 0)";
    private static final String OF_VISIBLE_ANSWER =
            "EXISTS (SELECT 1 FROM answer a WHERE a.id = t.answer_id AND a.hidden = 0)";

    /** In the order in which they are written and read. */
    static final List<ExportTable> ALL = List.of(
            ExportTable.of(
                            "members",
                            "member",
                            "id",
                            "id, nickname, email, password_hash, avatar, joined_at, admin, moderator, mail_answers, language, time_zone,"
                                    + " suspended, suspended_until, suspension_reason, email_confirmed_at, must_confirm, delete_at,"
                                    + " chosen_language, zone_chosen")
                    .computed("rating")
                    .open(
                            ExportTable.ALL,
                            "email, password_hash, mail_answers, language, time_zone, suspended, suspended_until, suspension_reason,"
                                    + " email_confirmed_at, must_confirm, delete_at, chosen_language, zone_chosen"),
            ExportTable.of("profiles", "member_profile", "member_id", "member_id, about, link, title")
                    .open(ExportTable.ALL, ""),
            ExportTable.of("former-nicknames", "former_nickname", "nickname", "nickname, member_id"),
            ExportTable.of("tags", "tag", "id", "id, name, description").open(ExportTable.ALL, ""),
            ExportTable.of("tag-texts", "tag_wiki", "tag_id", "tag_id, body, editor_id, edited_at")
                    .open(ExportTable.ALL, ""),
            ExportTable.of(
                            "tag-revisions",
                            "tag_revision",
                            "tag_id number",
                            "tag_id, number, editor_id, description, body, reason, restored_from, begun_at, written_at, taken_by,"
                                    + " taken_changed")
                    .open(ExportTable.ALL, ""),
            ExportTable.of("tag-synonyms", "tag_synonym", "name", "name, tag_id")
                    .open(ExportTable.ALL, ""),
            ExportTable.of(
                            "questions",
                            "question",
                            "id",
                            "id, author_id, title, body, tag_names, asked_at, edited_at, edited_by, revision, accepted_answer_id")
                    .computed("rating")
                    .open("t.hidden = 0", ""),
            ExportTable.of("question-views", "question_views", "question_id", "question_id, views, thousand_at")
                    .open(OF_VISIBLE_QUESTION, ""),
            ExportTable.of(
                            "answers",
                            "answer",
                            "id",
                            "id, question_id, author_id, body, answered_at, edited_at, edited_by, revision")
                    .computed("rating, accepted")
                    .open("t.hidden = 0", ""),
            ExportTable.of(
                            "comments",
                            "comment",
                            "id",
                            "id, question_id, answer_id, author_id, body, posted_at, edited_at, mention_count")
                    .computed("rating")
                    .open(
                            OF_VISIBLE_QUESTION + " AND (t.answer_id IS NULL OR " + OF_VISIBLE_ANSWER + ")",
                            "mention_count"),
            ExportTable.of(
                    "comment-mentions",
                    "comment_mention",
                    "comment_id member_id",
                    "comment_id, member_id, name, mailed_at"),
            ExportTable.of(
                    "question-votes",
                    "question_vote",
                    "question_id member_id",
                    "question_id, member_id, value, voted_at"),
            ExportTable.of(
                    "answer-votes", "answer_vote", "answer_id member_id", "answer_id, member_id, value, voted_at"),
            ExportTable.of("comment-votes", "comment_vote", "comment_id member_id", "comment_id, member_id, voted_at"),
            ExportTable.of(
                            "question-revisions",
                            "question_revision",
                            "question_id number",
                            "question_id, number, editor_id, title, tag_names, body, reason, restored_from, begun_at, written_at, taken_by,"
                                    + " taken_changed")
                    .open(OF_VISIBLE_QUESTION, ""),
            ExportTable.of(
                            "answer-revisions",
                            "answer_revision",
                            "answer_id number",
                            "answer_id, number, editor_id, body, reason, restored_from, begun_at, written_at, taken_by, taken_changed")
                    .open(OF_VISIBLE_ANSWER, ""),
            ExportTable.of(
                    "suggested-edits",
                    "edit_suggestion",
                    "id",
                    "id, question_id, answer_id, author_id, proposer_id, title, tag_names, body, reason, post_version, proposed_at, state,"
                            + " decided_by, decided_at, decision_reason, mailed_at"),
            ExportTable.of(
                            "closed-questions",
                            "closed_question",
                            "question_id",
                            "question_id, reason, own_reason, duplicate_of, closed_how, closed_at, asker_says, merge_begun_at, merge_ended_at")
                    .open(OF_VISIBLE_QUESTION, ""),
            ExportTable.of(
                    "close-votes",
                    "close_vote",
                    "question_id act member_id",
                    "question_id, act, member_id, reason, own_reason, duplicate_of, voted_at"),
            ExportTable.of(
                    "question-locks", "question_lock", "question_id", "question_id, locked_by, locked_at, reason"),
            ExportTable.of("answer-locks", "answer_lock", "answer_id", "answer_id, locked_by, locked_at, reason"),
            ExportTable.of(
                    "deleted-posts",
                    "deleted_post",
                    "question_id answer_id",
                    "question_id, answer_id, author_id, deleted_at, deleted_by"),
            ExportTable.of(
                    "deleted-comments",
                    "deleted_comment",
                    "comment_id",
                    "comment_id, question_id, answer_id, author_id, body, posted_at, edited_at, voters, deleted_by, deleted_at, sweep_id"),
            ExportTable.of(
                    "held-posts",
                    "held_post",
                    "id",
                    "id, kind, question_id, answer_id, author_id, title, tag_names, body, held_at, state, post_id, reason, decided_at"),
            ExportTable.of(
                    "question-follows",
                    "question_follow",
                    "question_id member_id",
                    "question_id, member_id, following, muted, changed_at"),
            ExportTable.of("tag-follows", "tag_follow", "tag_id member_id", "tag_id, member_id, followed_at"),
            ExportTable.of(
                    "member-follows", "member_follow", "followed_id member_id", "followed_id, member_id, followed_at"),
            ExportTable.of(
                    "saved-questions",
                    "saved_question",
                    "member_id question_id",
                    "member_id, question_id, note, saved_at"),
            ExportTable.of("mail-choices", "mail_choice", "member_id kind", "member_id, kind, pace"),
            ExportTable.of("pictures", "picture", "name", "name, member_id, bytes, uploaded_at, checked_at, removed"),
            ExportTable.of("picture-uses", "picture_use", "picture kind text_id", "picture, kind, text_id"),
            ExportTable.of("badges", "member_badge", "id", "id, badge, member_id, earned_at")
                    .open(ExportTable.ALL, ""),
            ExportTable.of("settings", "setting", "name language", "name, language, value, changed_by, changed_at"),
            ExportTable.of(
                    "moderation-log",
                    "moderation_log",
                    "id",
                    "id, acted_at, actor_id, act, target_kind, target_id, member_id, reason"),
            ExportTable.of(
                    "review-items",
                    "review_item",
                    "id",
                    "id, post_kind, post_id, question_id, author_id, opened_at, first_post, words, decided, outcome, upheld, decided_by,"
                            + " decided_at"),
            ExportTable.of(
                    "reports",
                    "report",
                    "id",
                    "id, item_id, post_kind, post_id, reporter_id, reason, note, duplicate_of, reported_at"),
            ExportTable.of("sweeps", "post_sweep", "id", "id, item_id, member_id, by_id, started_at, undone_at"),
            ExportTable.of(
                    "swept-posts", "swept_post", "sweep_id question_id answer_id", "sweep_id, question_id, answer_id"),
            ExportTable.of(
                    "import-sources",
                    "import_source",
                    "id",
                    "id, name, member_base, question_base, answer_base, comment_base, begun_at, ended_at"),
            ExportTable.of("imported-members", "imported_member", "member_id", "member_id, source_id, old_id"),
            ExportTable.of(
                    "imported-questions",
                    "imported_question",
                    "question_id",
                    "question_id, source_id, old_id, imported_rating"),
            ExportTable.of(
                    "imported-answers",
                    "imported_answer",
                    "answer_id",
                    "answer_id, source_id, old_id, imported_rating"),
            ExportTable.of(
                    "imported-comments",
                    "imported_comment",
                    "comment_id",
                    "comment_id, source_id, old_id, imported_rating"),
            // The links in texts are computed.
            ExportTable.of("question-links", "question_link", "from_id answer_id to_id", "from_id, answer_id, to_id")
                    .only("t.answer_id < 0")
                    .open(
                            "EXISTS (SELECT 1 FROM question q WHERE q.id = t.from_id AND q.hidden = 0)"
                                    + " AND EXISTS (SELECT 1 FROM question q WHERE q.id = t.to_id AND q.hidden = 0)",
                            ""));

    private static final String COMPUTED = "it is computed from the other rows";
    private static final String PROGRESS = "it is the progress of a task";
    private static final String SECRET = "it holds secrets or sessions";
    private static final String INBOX = "it is the inbox, with its mails and pushes";
    private static final String DRAFTS = "it is not posted";
    private static final String JOBS = "it is a job, or what a job has done";

    /** Every other table, with the reason why it is left out. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("question_tag", COMPUTED),
            Map.entry("listed_question", COMPUTED),
            Map.entry("linked_question", COMPUTED),
            Map.entry("related_question", COMPUTED),
            Map.entry("search_question", COMPUTED),
            Map.entry("search_answer", COMPUTED),
            Map.entry("search_prefix", COMPUTED),
            Map.entry("page_anchor", COMPUTED),
            Map.entry("nickname_skeleton", COMPUTED),
            Map.entry("badge_total", COMPUTED),
            Map.entry("daily_figures", COMPUTED),
            Map.entry("site_counter", COMPUTED),
            Map.entry("link_progress", PROGRESS),
            Map.entry("listed_progress", PROGRESS),
            Map.entry("related_progress", PROGRESS),
            Map.entry("search_progress", PROGRESS),
            Map.entry("badge_progress", PROGRESS),
            Map.entry("import_progress", PROGRESS),
            Map.entry("session", SECRET),
            Map.entry("invitation", SECRET),
            Map.entry("first_run", SECRET),
            Map.entry("claim_code", SECRET),
            Map.entry("address_link", SECRET),
            Map.entry("login_link", SECRET),
            Map.entry("api_token", SECRET),
            Map.entry("used_once", SECRET),
            Map.entry("member_identity", SECRET),
            Map.entry("passkey", SECRET),
            Map.entry("totp", SECRET),
            Map.entry("recovery_code", SECRET),
            Map.entry("push_key", SECRET),
            Map.entry("push_subscription", SECRET),
            Map.entry("webhook_endpoint", SECRET),
            Map.entry("webhook_delivery", JOBS),
            Map.entry("push_delivery", INBOX),
            Map.entry("inbox", INBOX),
            Map.entry("notification", INBOX),
            Map.entry("notification_cause", INBOX),
            Map.entry("mail_notice", INBOX),
            Map.entry("mail_told", INBOX),
            Map.entry("mail_question", INBOX),
            Map.entry("mail_digest", INBOX),
            Map.entry("mail_sent", JOBS),
            Map.entry("mail_permit", JOBS),
            Map.entry("mail_waiting", JOBS),
            Map.entry("mail_refusal", JOBS),
            Map.entry("outbox", JOBS),
            Map.entry("data_export", JOBS),
            Map.entry("tag_merge", JOBS),
            Map.entry("draft", DRAFTS),
            Map.entry("waiting_post", DRAFTS),
            Map.entry("flyway_schema_history", "the other site has its own"));

    private ExportTables() {}
}
