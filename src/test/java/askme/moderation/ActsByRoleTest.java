package askme.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import askme.api.ApiClient;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.web.ApiPath;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sends every act of {@code acts-by-role.txt} for every role, as a plain form and as a script does. */
@QuarkusTest
class ActsByRoleTest {

    private static final List<String> ROLES = List.of(
            "guest", "new member", "author", "privileged member", "moderator", "administrator", "suspended member");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    @Inject
    TestDatabase testDatabase;

    private final Map<String, Supplier<Object>> makers = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final Map<Visitor, String> tokens = new HashMap<>();
    private final Map<Visitor, ApiClient> programs = new HashMap<>();
    private Visitor author;
    private Visitor moderator;
    private int texts;

    private record Row(String act, String address, String body, List<String> byForm, List<String> byScript) {

        static Row of(String line) {
            String[] columns = line.split("\\|", -1);
            assertThat(columns).as(line).hasSize(5);
            return new Row(
                    columns[0].strip(),
                    columns[1].strip(),
                    columns[2].strip(),
                    statuses(columns[3]),
                    statuses(columns[4]));
        }

        private static List<String> statuses(String column) {
            List<String> statuses = List.of(column.strip().split("\\s+"));
            return statuses.size() == 1 ? Collections.nCopies(ROLES.size(), statuses.get(0)) : statuses;
        }

        /** Whether the address has a method too. */
        boolean isApi() {
            return address.contains(ApiPath.V1);
        }

        boolean isJson() {
            return body.startsWith("{");
        }

        Map<String, String> fields(UnaryOperator<String> placed) {
            Map<String, String> fields = new HashMap<>();
            for (String field : body.isEmpty() ? new String[0] : body.split("&")) {
                String[] parts = field.split("=", 2);
                fields.put(parts[0], placed.apply(parts[1].replace('+', ' ')));
            }
            return fields;
        }
    }

    @Test
    void everyActHasItsRoles() throws IOException {
        Map<String, Visitor> people = people();
        makePlaces();
        List<String> wrong = new ArrayList<>();
        for (Row row : table()) {
            for (int i = 0; i < ROLES.size(); i++) {
                Visitor visitor = people.get(ROLES.get(i));
                check(row, i, visitor, row.byForm, false, wrong);
                check(row, i, visitor, row.byScript, true, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void check(
            Row row, int role, Visitor visitor, List<String> statuses, boolean byScript, List<String> wrong) {
        assertThat(statuses).as(row.act).hasSize(ROLES.size());
        if (statuses.get(role).equals("-")) {
            return;
        }
        String address = placed(row.address);
        int status = row.isApi()
                ? program(visitor, row, address)
                : send(row, address, visitor, byScript).status();
        if (status < 400) {
            made.clear();
        }
        if (status != Integer.parseInt(statuses.get(role))) {
            wrong.add("%s %s, %s (%s): %d instead of %s"
                    .formatted(
                            row.act,
                            byScript ? "by script" : "by form",
                            ROLES.get(role),
                            address,
                            status,
                            statuses.get(role)));
        }
    }

    private Visitor.Reply send(Row row, String address, Visitor visitor, boolean byScript) {
        String token = tokens.computeIfAbsent(visitor, Visitor::csrfToken);
        Map<String, String> fields = row.isJson() ? Map.of() : row.fields(this::placed);
        if (!byScript) {
            Map<String, String> form = new HashMap<>(fields);
            form.put("csrf-token", token);
            return visitor.postOnce(address, form);
        }
        return row.isJson() ? visitor.postJson(address, row.body, token) : visitor.postForm(address, fields, token);
    }

    /** The status that a program with a token of all scopes gets. */
    private int program(Visitor visitor, Row row, String address) {
        String[] methodAndPath = address.split(" " + ApiPath.V1);
        return programs.getOrDefault(visitor, ApiClient.guest())
                .send(methodAndPath[0], methodAndPath[1], row.isJson() ? placed(row.body) : null, "If-Match", "*")
                .status();
    }

    private void withToken(Visitor member) {
        programs.put(member, ApiClient.of(member, "read", "write", "moderate"));
    }

    private Map<String, Visitor> people() {
        Map<String, Visitor> people = new LinkedHashMap<>();
        ROLES.forEach(role -> people.put(role, Visitor.guest()));
        author = Visitor.member("author");
        people.put("author", author);
        people.put("new member", Visitor.member("newcomer"));
        people.put("privileged member", withColumns("rated", "rating = 5000"));
        moderator = withColumns("moderator", "moderator = 1");
        tokens.put(moderator, moderator.csrfToken());
        people.put("moderator", moderator);
        people.put("administrator", withColumns("chief", "admin = 1"));
        Visitor suspended = Visitor.member("suspended");
        people.values().stream().filter(one -> one.nickname() != null).forEach(this::withToken);
        withToken(suspended);
        tokens.put(suspended, suspended.csrfToken());
        testDatabase.change("UPDATE member SET suspended = 1 WHERE nickname = ?", suspended.nickname());
        people.put("suspended member", suspended);
        return people;
    }

    private Visitor withColumns(String name, String columns) {
        Visitor member = Visitor.member(name);
        testDatabase.change("UPDATE member SET " + columns + " WHERE nickname = ?", member.nickname());
        return Visitor.guest().signIn(member.nickname());
    }

    private void makePlaces() {
        Visitor asker = Visitor.member("asker");
        long others = asker.ask("A question of somebody else", "A text of enough length.", "acts");
        makers.put("question", () -> author.ask("A question of the author", text(), "acts"));
        makers.put("answer", () -> author.answer(others, text()));
        makers.put("deleted-answer", () -> {
            long answer = author.answer(others, text());
            author.post("/answer/" + answer + "/delete", Map.of("csrf-token", author.csrfToken()));
            return answer;
        });
        makers.put("comment", () -> {
            author.post(
                    "/question/" + others + "/comments",
                    Map.of("text", text(), "csrf-token", tokens.computeIfAbsent(author, Visitor::csrfToken)));
            return testDatabase.of("SELECT MAX(id) FROM comment WHERE question_id = ?", others);
        });
        makers.put("deleted-comment", () -> {
            Object comment = makers.get("comment").get();
            author.post("/comment/" + comment + "/delete", Map.of("csrf-token", author.csrfToken()));
            return comment;
        });
        makers.put("question-item", () -> {
            long question = author.ask("A question of the author", text(), "acts");
            testDatabase.change(
                    "INSERT INTO review_item (post_kind, post_id, question_id, author_id, opened_at)"
                            + " SELECT 'question', id, id, author_id, UTC_TIMESTAMP(6) FROM question WHERE id = ?",
                    question);
            return testDatabase.of(
                    "SELECT MAX(id) FROM review_item WHERE post_kind = 'question' AND post_id = ?", question);
        });
        makers.put("held-item", () -> heldItem(others));
        makers.put("item", () -> reported(author.answer(others, text()), asker));
        makers.put("item-of-newcomer", () -> {
            Visitor newcomer = Visitor.member("troll");
            return reported(newcomer.answer(others, text()), asker);
        });
        makers.put("decided-item", () -> {
            long item = reported(author.answer(others, text()), asker);
            testDatabase.change(
                    "UPDATE review_item SET decided = id, outcome = 'dismissed', decided_by = 1 WHERE id = ?", item);
            return item;
        });
        makers.put("member", () -> Visitor.member("bystander").nickname());
        makers.put("tag", () -> "acts");
        makers.put("other-question", () -> others);
        makers.put("closed-question", () -> closed("reason", "unclear"));
        makers.put("duplicate", () -> closed("reason", "duplicate", "of", String.valueOf(others)));
    }

    /** A question of the author that a moderator has closed. */
    private long closed(String... fields) {
        long question = author.ask("A question of the author", text(), "acts");
        Map<String, String> form = new HashMap<>(Map.of("csrf-token", tokens.get(moderator)));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        moderator.postOnce("/question/" + question + "/close", form);
        return question;
    }

    private long reported(long answer, Visitor reporter) {
        String token = tokens.computeIfAbsent(reporter, Visitor::csrfToken);
        reporter.postOnce("/answer/" + answer + "/report", Map.of("reason", "spam", "csrf-token", token));
        return testDatabase.of(
                "SELECT id FROM review_item WHERE post_kind = 'answer' AND post_id = ? AND decided = 0", answer);
    }

    /** An item of the queue for an answer of the author that waits for a moderator. */
    private long heldItem(long question) {
        testDatabase.change(
                "INSERT INTO held_post (kind, question_id, author_id, body, held_at)"
                        + " SELECT 'answer', ?, id, ?, UTC_TIMESTAMP(6) FROM member WHERE nickname = ?",
                question,
                text(),
                author.nickname());
        testDatabase.change("INSERT INTO review_item (post_kind, post_id, question_id, author_id, opened_at)"
                + " SELECT 'held', MAX(id), MAX(question_id), MAX(author_id), UTC_TIMESTAMP(6) FROM held_post");
        return testDatabase.of("SELECT MAX(id) FROM review_item WHERE post_kind = 'held'");
    }

    private String text() {
        return "The text number %d of the author.".formatted(++texts);
    }

    private String placed(String address) {
        return PLACE.matcher(address)
                .replaceAll(place -> made.computeIfAbsent(
                        place.group(1), name -> makers.get(name).get().toString()));
    }

    private static List<Row> table() throws IOException {
        try (InputStream table = ActsByRoleTest.class.getResourceAsStream("/askme/acts-by-role.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        }
    }
}
