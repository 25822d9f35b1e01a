package askme.comment;

import askme.database.Row;
import askme.jobs.queue.Outbox;
import askme.markdown.Mentions;
import askme.member.MemberLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/**
 * The members whom comments mention. A mention is stored with the member's id, so that it still leads to the member after a change of
 * the nickname, and never to another member who took the old one.
 */
@ApplicationScoped
class CommentMentions {

    /** The most members that one comment ever mentions, with all its edits. Other names stay text. */
    static final int MOST = 5;

    /** The names of a text that are looked up; each has a second form without signs at its end. */
    private static final int MOST_NAMES = 20;

    static final String STORED = """
            SELECT t.member_id, t.name, m.nickname FROM comment_mention t JOIN member m ON m.id = t.member_id
            WHERE t.comment_id = :comment""";

    static final String NAMED =
            "SELECT id AS member_id, nickname AS name, nickname FROM member WHERE nickname IN (:names)";

    private static final String STORE =
            "INSERT INTO comment_mention (comment_id, member_id, name) VALUES (:comment, :member, :name)";

    private static final String COUNT = "UPDATE comment SET mention_count = :count WHERE id = :comment";

    private final Session hibernate;
    private final Outbox outbox;

    CommentMentions(Session hibernate, Outbox outbox) {
        this.hibernate = hibernate;
        this.outbox = outbox;
    }

    private record Person(long id, String name, String nickname) {}

    /**
     * The members of {@code stored}, by the keys of the names in the text and of their nicknames.
     *
     * @param stored such as {@code old-name/nickname ann/ann}, or null
     */
    static Map<String, Mentions.Mentioned> links(String stored) {
        if (stored == null) {
            return Map.of();
        }
        Map<String, Mentions.Mentioned> links = new HashMap<>();
        for (String mention : stored.split(" ")) {
            String[] names = mention.split("/");
            var member = new Mentions.Mentioned(names[1], MemberLinks.member(names[1]));
            links.putIfAbsent(Mentions.key(names[1]), member);
            links.put(Mentions.key(names[0]), member);
        }
        return links;
    }

    /**
     * Stores whom the text of the comment mentions, in the caller's transaction, and records an event for each new member.
     *
     * @param writer who wrote this text, and needs no mail about it
     */
    void store(Comment comment, long writer) {
        List<String> names =
                Mentions.names(comment.body).stream().limit(MOST_NAMES).toList();
        if (names.isEmpty()) {
            return;
        }
        List<Person> stored = new ArrayList<>(people(STORED, "comment", comment.id));
        int before = stored.size();
        Map<String, Person> named = new HashMap<>();
        people(NAMED, "names", names).forEach(person -> named.put(Mentions.key(person.nickname()), person));
        for (String name : names) {
            Person person = named.get(Mentions.key(name));
            if (person != null && stored.size() < MOST && stored.stream().noneMatch(other -> is(other, name, person))) {
                stored.add(person);
                add(comment, person, name, writer);
            }
        }
        if (stored.size() > before) {
            hibernate
                    .createNativeMutationQuery(COUNT)
                    .setParameter("count", stored.size())
                    .setParameter("comment", comment.id)
                    .executeUpdate();
        }
    }

    /** Whether {@code name} is that of a stored mention: a name in an old text keeps its member. */
    private static boolean is(Person stored, String name, Person found) {
        return stored.id() == found.id() || Mentions.key(stored.name()).equals(Mentions.key(name));
    }

    private void add(Comment comment, Person person, String name, long writer) {
        hibernate
                .createNativeMutationQuery(STORE)
                .setParameter("comment", comment.id)
                .setParameter("member", person.id())
                .setParameter("name", name)
                .executeUpdate();
        if (person.id() != writer) {
            outbox.record(new MemberMentioned(comment.id, person.id()));
        }
    }

    private List<Person> people(String sql, String parameter, Object value) {
        var query = hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("member_id", Long.class)
                .addScalar("name", String.class)
                .addScalar("nickname", String.class)
                .setTupleTransformer((values, columns) -> person(new Row(values, columns)));
        return (value instanceof List<?> list
                        ? query.setParameterList(parameter, list)
                        : query.setParameter(parameter, value))
                .list();
    }

    private static Person person(Row row) {
        return new Person(row.id("member_id"), row.text("name"), row.text("nickname"));
    }
}
