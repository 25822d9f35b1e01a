package askme.closing;

import askme.support.TestDatabase;
import askme.support.Visitor;
import java.util.HashMap;
import java.util.Map;

/** Members with rights, and the acts of this package as plain forms. */
final class Order {

    private final TestDatabase database;

    Order(TestDatabase database) {
        this.database = database;
    }

    Visitor moderator(String name) {
        return with(name, "moderator = 1");
    }

    /** A member who may vote to close. */
    Visitor voter(String name) {
        return with(name, "rating = 5000");
    }

    private Visitor with(String name, String columns) {
        Visitor member = Visitor.member(name);
        database.change("UPDATE member SET " + columns + " WHERE nickname = ?", member.nickname());
        return Visitor.guest().signIn(member.nickname());
    }

    static Visitor.Reply act(Visitor by, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("csrf-token", by.csrfToken());
        return by.postOnce(path, form);
    }

    static int close(Visitor by, long question, String reason) {
        return act(by, "/question/" + question + "/close", Map.of("reason", reason))
                .status();
    }

    static Visitor.Reply duplicate(Visitor by, long question, Object of) {
        return act(by, "/question/" + question + "/close", Map.of("reason", "duplicate", "of", of.toString()));
    }

    static int reopen(Visitor by, long question) {
        return act(by, "/question/" + question + "/reopen", Map.of()).status();
    }

    long closed(long question) {
        return database.of("SELECT closed FROM question WHERE id = ?", question);
    }

    long votes(long question, String act) {
        return database.of("SELECT COUNT(*) FROM close_vote WHERE question_id = ? AND act = ?", question, act);
    }
}
