package askme.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.command.Command;
import askme.support.TestDatabase;
import askme.support.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Members act at random on a few questions, answers, comments and tags, with every kind of act that changes a counter. Jobs run at the same
 * time. Afterwards no counter of the site is wrong.
 */
final class OrderWalk {

    private static final int MODERATORS = 4;
    private static final int QUESTIONS = 12;
    private static final int TAGS = 6;

    /** The jobs that change counters. Mails may wait for longer. */
    private static final String WAITING = "SELECT COUNT(*) FROM outbox WHERE handler IN ('merge-answers', 'merge-tags',"
            + " 'follow-deleted-question', 'follow-undeleted-question', 'sweep-posts', 'unsweep-posts')";

    private static final String COMMENTS = "SELECT id FROM comment ORDER BY id DESC LIMIT 20";
    private static final String ITEMS = "SELECT id FROM review_item WHERE decided = 0 ORDER BY id DESC LIMIT 10";
    private static final String DECIDED =
            "SELECT id FROM review_item WHERE decided > 0 ORDER BY decided_at DESC LIMIT 10";
    private static final String SUGGESTED =
            "SELECT id FROM edit_suggestion WHERE state = 'waiting' ORDER BY id DESC LIMIT 10";

    private final TestDatabase database;
    private final Command reconcile;
    private final long seed = Long.getLong("askme.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Visitor> members = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<Long> questions = new ArrayList<>();
    private final List<Long> answers = new ArrayList<>();
    private final Map<String, Integer> statuses = new TreeMap<>();

    OrderWalk(TestDatabase database, Command reconcile) {
        this.database = database;
        this.reconcile = reconcile;
    }

    /** One of the acts, chosen more or less often. */
    private record Act(String name, int weight, Runnable run) {}

    private final List<Act> acts = List.of(
            new Act("ask", 3, this::ask),
            new Act("answer", 14, this::answer),
            new Act("comment", 8, () -> post(any("question", "answer") + "/comments", Map.of("text", text()))),
            new Act("vote", 24, () -> post(any("question", "answer") + "/vote", Map.of("value", value()))),
            new Act("accept", 8, () -> post("/answer/" + any(answers) + "/accept", Map.of())),
            new Act("delete", 6, () -> post(any("question", "answer") + "/delete", Map.of())),
            new Act("undelete", 7, () -> post(any("question", "answer") + "/undelete", Map.of())),
            new Act("close", 6, () -> post(question() + "/close", Map.of("reason", "unclear"))),
            new Act("duplicate", 5, this::duplicate),
            new Act("judge", 2, () -> post(question() + "/duplicate", Map.of("answer", "differs"))),
            new Act("reopen", 7, () -> post(question() + "/reopen", Map.of())),
            new Act("lock", 2, () -> post(any("question", "answer") + "/lock", Map.of("reason", "For a while"))),
            new Act("unlock", 5, () -> post(any("question", "answer") + "/unlock", Map.of())),
            new Act("convert", 2, () -> post("/answer/" + any(answers) + "/comment", Map.of())),
            new Act("merge", 4, () -> post(question() + "/merge", Map.of())),
            new Act("edit question", 6, this::editQuestion),
            new Act("edit answer", 6, () -> post("/answer/" + any(answers) + "/edit", Map.of("text", text()))),
            new Act("restore", 3, () -> post(any("question", "answer") + "/revisions/1/restore", Map.of())),
            new Act("take", 4, () -> post("/moderation/edits/" + found(SUGGESTED) + "/take", Map.of())),
            new Act(
                    "decline",
                    2,
                    () -> post("/moderation/edits/" + found(SUGGESTED) + "/decline", Map.of("reason", "No"))),
            new Act("withdraw", 2, () -> post("/moderation/edits/" + found(SUGGESTED) + "/withdraw", Map.of())),
            new Act("helpful", 6, () -> post("/comment/" + found(COMMENTS) + "/vote", Map.of("value", "1"))),
            new Act("edit comment", 3, () -> post("/comment/" + found(COMMENTS) + "/edit", Map.of("text", text()))),
            new Act("delete comment", 3, () -> post("/comment/" + found(COMMENTS) + "/delete", Map.of())),
            new Act("comment to answer", 2, () -> post("/comment/" + found(COMMENTS) + "/answer", Map.of())),
            new Act("report", 4, () -> post(any("question", "answer") + "/report", Map.of("reason", "rude"))),
            new Act(
                    "report comment",
                    2,
                    () -> post("/comment/" + found(COMMENTS) + "/report", Map.of("reason", "spam"))),
            new Act(
                    "decide",
                    4,
                    () -> post("/moderation/items/" + found(ITEMS) + "/decide", Map.of("act", decision()))),
            new Act("undo decision", 3, () -> post("/moderation/items/" + found(DECIDED) + "/undo", Map.of())),
            new Act("purge", 1, () -> post(0, any("question", "answer") + "/purge", Map.of())),
            new Act("suspend", 1, this::suspend),
            new Act("lift", 3, this::lift),
            new Act("follow", 4, () -> post(question() + "/follow", Map.of())),
            new Act("save", 2, () -> post(question() + "/save", Map.of())),
            new Act("mute", 1, () -> post(question() + "/mute", Map.of())),
            new Act("follow tag", 3, () -> post(tag() + "/follow", Map.of())),
            new Act("follow member", 2, () -> post("/member/" + nickname() + "/follow", Map.of())),
            new Act("describe tag", 2, () -> post(tag() + "/edit", Map.of("description", text(), "text", text()))),
            new Act("add synonym", 1, () -> post(tag() + "/synonyms", Map.of("add", "walk-" + random.nextInt(20)))),
            new Act(
                    "remove synonym",
                    1,
                    () -> post(tag() + "/synonyms", Map.of("remove", "walk-" + random.nextInt(20)))),
            new Act("rename tag", 2, () -> post(tag() + "/rename", Map.of("name", tagName(), "confirmed", "yes"))),
            new Act("merge tag", 3, () -> post(tag() + "/merge", Map.of("into", tagName(), "confirmed", "yes"))));

    long seed() {
        return seed;
    }

    /** Returns how often each act had each status. */
    Map<String, Integer> walk(int people, int steps) throws Exception {
        reconcile.run(List.of()); // other tests insert rows without updating the counters
        for (int i = 0; i < people; i++) {
            Visitor member = i < MODERATORS ? new Order(database).moderator("orderly") : Visitor.member("walker");
            if (i == 0) {
                database.change("UPDATE member SET admin = 1 WHERE nickname = ?", member.nickname());
                member = Visitor.guest().signIn(member.nickname());
            }
            members.add(member);
            tokens.add(member.csrfToken());
        }
        for (int i = 0; i < QUESTIONS / 2; i++) {
            ask();
            answer();
        }
        int weights = acts.stream().mapToInt(Act::weight).sum();
        for (int step = 0; step < steps; step++) {
            run(random.nextInt(weights));
        }
        awaitJobs();
        assertThat(statuses.keySet()).as("seed %d", seed).noneMatch(status -> status.matches(".* 5\\d\\d"));
        assertThat(reconcile.run(List.of("--check")))
                .as("counters after the walk, -Daskme.test.seed=%d: %s", seed, statuses)
                .isZero();
        return statuses;
    }

    private void run(int chosen) {
        int left = chosen;
        for (Act act : acts) {
            left -= act.weight;
            if (left < 0) {
                current = act.name;
                act.run.run();
                return;
            }
        }
    }

    private String current = "begin";

    private void awaitJobs() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(database.of(WAITING)).isZero());
    }

    private void ask() {
        int member = random.nextInt(members.size());
        Visitor.Reply reply = post(
                member,
                "/ask/",
                Map.of("title", "A walk " + random.nextInt(1_000_000), "text", text(), "tags", tags()));
        if (reply.status() == 303) {
            questions.add(number(reply.header("Location"), "/question/"));
            if (questions.size() > QUESTIONS) {
                questions.remove(random.nextInt(questions.size()));
            }
        }
    }

    private void answer() {
        int member = random.nextInt(members.size());
        Visitor.Reply reply = post(member, question() + "/answers", Map.of("text", text()));
        if (reply.status() == 303) {
            answers.add(number(reply.header("Location"), "#answer-"));
            if (answers.size() > 3 * QUESTIONS) {
                answers.remove(random.nextInt(answers.size()));
            }
        }
    }

    private void editQuestion() {
        post(question() + "/edit", Map.of("title", "A walk again", "text", text(), "tags", tags()));
    }

    private void suspend() {
        post("/member/" + nickname() + "/suspend", Map.of("days", "7", "reason", "For a while"));
    }

    /** The member signs in again. */
    private void lift() {
        int suspended = MODERATORS + random.nextInt(members.size() - MODERATORS);
        String nickname = members.get(suspended).nickname();
        post(1, "/member/" + nickname + "/suspension", Map.of("suspended", "off"));
        if (database.of("SELECT suspended FROM member WHERE nickname = ?", nickname) == 0) {
            Visitor back = Visitor.guest().signIn(nickname);
            members.set(suspended, back);
            tokens.set(suspended, back.csrfToken());
        }
    }

    private void duplicate() {
        post(question() + "/close", Map.of("reason", "duplicate", "of", String.valueOf(any(questions))));
    }

    private void post(String path, Map<String, String> fields) {
        post(random.nextInt(members.size()), path, fields);
    }

    private Visitor.Reply post(int member, String path, Map<String, String> fields) {
        Map<String, String> form = new TreeMap<>(fields);
        form.put("csrf-token", tokens.get(member));
        Visitor.Reply reply = members.get(member).postOnce(path, form);
        statuses.merge(current + " " + reply.status(), 1, Integer::sum);
        return reply;
    }

    private String question() {
        return "/question/" + any(questions);
    }

    private String any(String kind, String other) {
        return random.nextInt(3) == 0 ? "/" + kind + "/" + any(questions) : "/" + other + "/" + any(answers);
    }

    private long any(List<Long> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    /** One of the ids that the query finds, or 0. */
    private long found(String sql) {
        List<Long> ids = database.all(sql);
        return ids.isEmpty() ? 0 : any(ids);
    }

    private String nickname() {
        return members.get(random.nextInt(members.size())).nickname();
    }

    private String decision() {
        return List.of("dismissed", "dismissed", "deleted", "suspended", "swept")
                .get(random.nextInt(5));
    }

    private String tagName() {
        return "walk-" + random.nextInt(TAGS);
    }

    private String tag() {
        return "/tag/" + tagName();
    }

    private String tags() {
        return random.nextInt(4) == 0 ? tagName() : tagName() + ", " + tagName();
    }

    private String value() {
        return random.nextInt(3) == 0 ? "-1" : "1";
    }

    private String text() {
        return "Some text of the walk, number " + random.nextInt(1_000_000);
    }

    private static long number(String location, String before) {
        return Long.parseLong(location.replaceFirst(".*" + before, "").replaceAll("\\D.*", ""));
    }
}
