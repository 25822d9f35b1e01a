package askme.pagecache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.TestDatabase;
import askme.support.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Changes by a moderator, for {@link PageCacheWalkTest}: closing, locking, merging and converting. Each is taken back, so that the others
 * are possible.
 *
 * @param compare what is expected after each change, with the name of the change
 */
record OrderChanges(
        TestDatabase database,
        Random random,
        Visitor chief,
        List<Long> questions,
        List<Long> answers,
        Map<Long, Visitor> askers,
        Consumer<String> compare) {

    Map<String, Runnable> all() {
        Map<String, Runnable> all = new HashMap<>();
        all.put("/member/{nickname}/suspend", this::suspend);
        all.put("/moderation/items/{id}/decide", this::review);
        all.put("/moderation/items/{id}/undo", this::review);
        all.put("/comment/{id}/undelete", this::comment);
        all.putAll(closing());
        return all;
    }

    private Map<String, Runnable> closing() {
        return Map.of(
                "/question/{id}/close", () -> thereAndBack("question", "close", "reopen", "unclear"),
                "/question/{id}/reopen", () -> thereAndBack("question", "close", "reopen", "off-topic"),
                "/question/{id}/lock", () -> thereAndBack("question", "lock", "unlock", "Heat"),
                "/question/{id}/unlock", () -> thereAndBack("question", "lock", "unlock", "Noise"),
                "/answer/{id}/lock", () -> thereAndBack("answer", "lock", "unlock", "Heat"),
                "/answer/{id}/unlock", () -> thereAndBack("answer", "lock", "unlock", "Noise"),
                "/question/{id}/duplicate", this::judge,
                "/question/{id}/merge", this::merge,
                "/answer/{id}/comment", () -> post(chief, "/answer/" + any(answers) + "/comment", Map.of()));
    }

    private void thereAndBack(String kind, String there, String back, String reason) {
        String path = "/" + kind + "/" + any(kind.equals("question") ? questions : answers) + "/";
        post(chief, path + there, Map.of("reason", reason));
        compare.accept(path + there);
        post(chief, path + back, Map.of());
    }

    private void suspend() {
        String member = "/member/" + Visitor.member("troll").nickname() + "/";
        post(chief, member + "suspend", Map.of("days", "7", "reason", "Noise"));
        compare.accept(member + "suspend");
    }

    /** An answer is reported, deleted in the queue, and undeleted by the undoing of that. */
    private void review() {
        Visitor troll = Visitor.member("troll");
        long answer = troll.answer(questions.get(0), "Reported soon");
        post(Visitor.member("reporter"), "/answer/" + answer + "/report", Map.of("reason", "spam"));
        long item = database.of(
                "SELECT id FROM review_item WHERE post_kind = 'answer' AND post_id = ? AND decided = 0", answer);
        String path = "/moderation/items/" + item + "/";
        post(chief, path + "decide", Map.of("act", "deleted", "reason", "Noise"));
        compare.accept(path + "decide");
        post(chief, path + "undo", Map.of());
        compare.accept(path + "undo");
    }

    /** A comment is deleted and undeleted. */
    private void comment() {
        long id = questions.get(0);
        post(chief, "/question/" + id + "/comments", Map.of("text", "Deleted soon"));
        String path = "/comment/" + database.of("SELECT MAX(id) FROM comment WHERE question_id = ?", id) + "/";
        post(chief, path + "delete", Map.of());
        compare.accept(path + "delete");
        post(chief, path + "undelete", Map.of());
        compare.accept(path + "undelete");
    }

    private void judge() {
        long id = questions.get(0);
        duplicate(askers.get(id), id);
        post(askers.get(id), "/question/" + id + "/duplicate", Map.of("answer", "differs"));
        compare.accept("the asker's word");
        post(chief, "/question/" + id + "/reopen", Map.of());
    }

    private void merge() {
        long id = questions.get(0);
        duplicate(chief, id);
        post(chief, "/question/" + id + "/merge", Map.of());
        String ended = "SELECT COUNT(*) FROM closed_question WHERE question_id = ? AND merge_ended_at IS NOT NULL";
        await().untilAsserted(() -> assertThat(database.of(ended, id)).isOne());
        compare.accept("the merge");
        post(chief, "/question/" + id + "/reopen", Map.of());
    }

    private void duplicate(Visitor by, long id) {
        post(by, "/question/" + id + "/close", Map.of("reason", "duplicate", "of", String.valueOf(questions.get(1))));
    }

    private void post(Visitor by, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("csrf-token", by.csrfToken());
        by.post(path, form);
    }

    private long any(List<Long> ids) {
        return ids.get(random.nextInt(ids.size()));
    }
}
