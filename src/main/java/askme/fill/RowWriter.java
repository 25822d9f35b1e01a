package askme.fill;

import askme.database.MultiInsert;
import askme.markdown.Excerpt;
import askme.search.index.IndexTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes the rows of a run, table by table. Each row is written once and equals a row that the site would write. */
final class RowWriter {

    private static final int EXCERPT_CHARACTERS = 240;
    private static final int POSTS_A_STATEMENT = 100;
    private static final int LINKS_A_STATEMENT = 1000;

    private final FillRun run;
    private final Plan plan;
    private final List<Topics.Topic> tags;
    private final String[] nicknames;
    private final Prose prose;
    private final RevisionRows revisions;
    private final Topics.Topic[] topicOf;
    private final Account account;

    /**
     * The settings of all new members.
     *
     * @param passwordHash the hash of the password they share, or a hash that no known password matches
     * @param mail whether they receive mail
     */
    record Account(String passwordHash, boolean mail) {}

    RowWriter(FillRun run, Plan plan, Topics topics, List<Topics.Topic> tags, String[] nicknames, Account account) {
        this.run = run;
        this.plan = plan;
        this.tags = tags;
        this.nicknames = nicknames;
        this.account = account;
        this.prose = new Prose(topics, run.seed());
        this.revisions = new RevisionRows(run, plan, this);
        this.topicOf = topicOf(topics.tags(topics.technologies.size(), java.util.Set.of()));
    }

    /** Writes part of a table and returns the number of rows. */
    @FunctionalInterface
    interface Writer {
        long write(Connection connection, int from, int to) throws SQLException;
    }

    /** @param units how many parts the step has: members, or questions whose votes are written */
    record Step(String name, int units, Writer writer) {}

    /** Two sequences of steps that do not depend on each other, for two connections. */
    List<List<Step>> sequences() {
        FillSize size = run.size();
        CommentRows comments = new CommentRows(run, plan, this);
        VoteRows votes = new VoteRows(run, plan);
        return List.of(
                List.of(
                        new Step("members", size.members(), this::members),
                        new Step("tags", size.tags(), this::tags),
                        new Step("questions", size.questions(), this::questions),
                        new Step("question-votes", size.questions(), votes::ofQuestions),
                        new Step("question-comments", size.questions(), comments::ofQuestions),
                        new Step("question-revisions", size.questions(), revisions::ofQuestions)),
                List.of(
                        new Step("answers", size.answers(), this::answers),
                        new Step("answer-votes", size.answers(), votes::ofAnswers),
                        new Step("answer-comments", size.answers(), comments::ofAnswers),
                        new Step("answer-revisions", size.answers(), revisions::ofAnswers)));
    }

    String nickname(int member) {
        return nicknames[member];
    }

    private long members(Connection connection, int from, int to) throws SQLException {
        String columns =
                "id, email, nickname, password_hash, joined_at, rating, question_count, answer_count, mail_answers";
        try (MultiInsert members = new MultiInsert(connection, "member", columns, LINKS_A_STATEMENT)) {
            for (int m = from; m < to; m++) {
                long id = run.memberBase() + 1 + m;
                // example.org is reserved (RFC 2606): no mail to it reaches a person.
                members.add(
                        id,
                        "member" + id + "@example.org",
                        nicknames[m],
                        account.passwordHash(),
                        utc(plan.joinedAt[m]),
                        plan.memberRating[m],
                        plan.memberQuestions[m],
                        plan.memberAnswers[m],
                        account.mail());
            }
            members.flush();
        }
        return to - from;
    }

    private long tags(Connection connection, int from, int to) throws SQLException {
        try (MultiInsert rows = new MultiInsert(connection, "tag", "id, name, question_count", LINKS_A_STATEMENT)) {
            for (int t = from; t < to; t++) {
                rows.add(run.tagBase() + 1 + t, tags.get(t).name(), plan.tagQuestions[t]);
            }
            rows.flush();
        }
        return to - from;
    }

    private long questions(Connection connection, int from, int to) throws SQLException {
        String columns =
                "id, author_id, title, body, excerpt, tag_names, asked_at, rating, answer_count, accepted_answer_id,"
                        + " comment_count, edited_at, edited_by, revision";
        try (MultiInsert questions = new MultiInsert(connection, "question", columns, POSTS_A_STATEMENT);
                MultiInsert links =
                        new MultiInsert(connection, "question_tag", "tag_id, question_id, rating", LINKS_A_STATEMENT);
                MultiInsert index = index(connection, IndexTable.QUESTIONS)) {
            for (int q = from; q < to; q++) {
                QuestionText text = questionText(q);
                RevisionRows.Edit edit = revisions.editOfQuestion(q);
                questions.add(question(q, text, edit));
                index.add(IndexTable.question(run.questionBase() + 1 + q, text.title, text.body, edit.at()));
                for (int tag : tagsOf(q)) {
                    links.add(run.tagBase() + 1 + tag, run.questionBase() + 1 + q, plan.questionRating[q]);
                }
            }
            questions.flush();
            links.flush();
            index.flush();
        }
        return to - from;
    }

    /** The text of a question; equal at each call. */
    record QuestionText(String title, String tagNames, String body) {}

    QuestionText questionText(int q) {
        var random = SeededRandom.of(run.seed(), SeededRandom.Purpose.QUESTION_TEXT, q);
        Prose.Subject subject = prose.subject(q, topicOf[q]);
        String title = subject.title(random);
        String body = subject.question(random);
        List<String> names = tagsOf(q).stream().map(t -> tags.get(t).name()).toList();
        return new QuestionText(title, String.join(" ", names), body);
    }

    private Object[] question(int q, QuestionText text, RevisionRows.Edit edit) {
        int accepted = plan.acceptedAnswer[q];
        return new Object[] {
            run.questionBase() + 1 + q,
            run.memberBase() + 1 + plan.asker[q],
            text.title,
            text.body,
            Excerpt.of(text.body, EXCERPT_CHARACTERS),
            text.tagNames,
            utc(plan.askedAt[q]),
            plan.questionRating[q],
            plan.answerCount[q],
            accepted == Plan.NONE ? null : run.answerBase() + 1 + accepted,
            plan.comments.onQuestion[q],
            edit.at(),
            edit.editor(),
            edit.revision()
        };
    }

    private long answers(Connection connection, int from, int to) throws SQLException {
        String columns = "id, question_id, author_id, body, answered_at, rating, accepted, comment_count, edited_at,"
                + " edited_by, revision";
        try (MultiInsert answers = new MultiInsert(connection, "answer", columns, POSTS_A_STATEMENT);
                MultiInsert index = index(connection, IndexTable.ANSWERS)) {
            for (int a = from; a < to; a++) {
                int q = plan.questionOf(a);
                RevisionRows.Edit edit = revisions.editOfAnswer(a);
                long id = run.answerBase() + 1 + a;
                long question = run.questionBase() + 1 + q;
                String body = answerText(a);
                index.add(IndexTable.answer(id, question, body, edit.at()));
                answers.add(
                        id,
                        question,
                        run.memberBase() + 1 + plan.answerer[a],
                        body,
                        utc(plan.answeredAt(a)),
                        plan.answerRating[a],
                        plan.acceptedAnswer[q] == a,
                        plan.comments.onAnswer[a],
                        edit.at(),
                        edit.editor(),
                        edit.revision());
            }
            answers.flush();
            index.flush();
        }
        return to - from;
    }

    /** The text of an answer; equal at each call. */
    String answerText(int a) {
        int q = plan.questionOf(a);
        return prose.subject(q, topicOf[q]).answer(SeededRandom.of(run.seed(), SeededRandom.Purpose.ANSWER_TEXT, a));
    }

    private static MultiInsert index(Connection connection, IndexTable table) {
        return new MultiInsert(connection, table.table, table.columns, POSTS_A_STATEMENT);
    }

    private List<Integer> tagsOf(int question) {
        List<Integer> found = new ArrayList<>(Plan.TAGS_A_QUESTION);
        for (int slot = 0; slot < Plan.TAGS_A_QUESTION; slot++) {
            int tag = plan.tags[question * Plan.TAGS_A_QUESTION + slot];
            if (tag != Plan.NO_TAG) {
                found.add(tag);
            }
        }
        return found;
    }

    /** A question is about its first tag. A question without tags is about any technology. */
    private Topics.Topic[] topicOf(List<Topics.Topic> whole) {
        Topics.Topic[] topics = new Topics.Topic[run.size().questions()];
        for (int q = 0; q < topics.length; q++) {
            int tag = plan.tags[q * Plan.TAGS_A_QUESTION];
            topics[q] = tag == Plan.NO_TAG ? whole.get(q % whole.size()) : tags.get(tag);
        }
        return topics;
    }

    /** A sentence about the subject of question {@code q}. */
    String comment(int q, SplittableRandom random) {
        return prose.subject(q, topicOf[q]).comment(random);
    }

    static LocalDateTime utc(long millis) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
    }
}
