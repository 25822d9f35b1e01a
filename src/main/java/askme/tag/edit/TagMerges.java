package askme.tag.edit;

import askme.database.Row;
import askme.jobs.queue.Outbox;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.session.Rights;
import askme.tag.Tag;
import askme.tag.TagNames;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Begins merges and renames of tags. A rename is a merge into a new tag. The first transaction makes the old name a
 * synonym of the tag, so no new question gets it. {@link TagMergeJob} moves the questions and followers.
 */
@ApplicationScoped
class TagMerges {

    /** A merge that has not ended and that one of the tags takes part in; few merges run at a time. */
    static final String RUNNING = "SELECT id FROM tag_merge WHERE ended_at IS NULL"
            + " AND (from_id IN (:first, :second) OR target_id IN (:first, :second)) LIMIT 1";

    private static final String BEGIN = """
            INSERT INTO tag_merge (from_id, from_name, target_id, target_name, begun_by, begun_at)
            VALUES (:from, :fromName, :into, :intoName, :actor, :now)""";

    private static final String OTHER_NAME = "INSERT INTO tag_synonym (name, tag_id) VALUES (:name, :tag)"
            + " ON DUPLICATE KEY UPDATE tag_id = VALUES(tag_id)";

    /** Only of a tag without its own texts, such as the new one of a rename. */
    private static final String COPY_REVISIONS = """
            INSERT IGNORE INTO tag_revision (tag_id, number, editor_id, description, body, reason, restored_from, taken_by, taken_changed,
              begun_at, written_at)
            SELECT :into, number, editor_id, description, body, reason, restored_from, taken_by, taken_changed, begun_at, written_at
            FROM tag_revision WHERE tag_id = :from AND NOT EXISTS (SELECT 1 FROM tag_wiki w WHERE w.tag_id = :into)""";

    private static final String COPY_WIKI = """
            INSERT IGNORE INTO tag_wiki (tag_id, body, editor_id, edited_at)
            SELECT :into, body, editor_id, edited_at FROM tag_wiki WHERE tag_id = :from""";

    private static final String COPY_PICTURES = "INSERT IGNORE INTO picture_use (picture, kind, text_id)"
            + " SELECT picture, kind, :into FROM picture_use WHERE kind = 'tag' AND text_id = :from";

    private static final String COPY_DESCRIPTION = """
            UPDATE tag t JOIN tag f ON f.id = :from SET t.description = f.description WHERE t.id = :into AND t.description = ''""";

    private final Session hibernate;
    private final ModerationLog log;
    private final Outbox outbox;
    private final Clock clock;

    TagMerges(Session hibernate, ModerationLog log, Outbox outbox, Clock clock) {
        this.hibernate = hibernate;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A merge that has not ended. */
    @TemplateData
    record Running(long id, long from, String fromName, long into, String intoName) {

        private static Running of(Row row) {
            return new Running(
                    row.id("id"),
                    row.id("from_id"),
                    row.text("from_name"),
                    row.id("target_id"),
                    row.text("target_name"));
        }
    }

    /** The merge {@code id}, if it has not ended. */
    Optional<Running> running(long id) {
        return hibernate
                .createNativeQuery(
                        "SELECT id, from_id, from_name, target_id, target_name FROM tag_merge WHERE id = :id AND ended_at IS NULL",
                        Object[].class)
                .addScalar("id", Long.class)
                .addScalar("from_id", Long.class)
                .addScalar("from_name", String.class)
                .addScalar("target_id", Long.class)
                .addScalar("target_name", String.class)
                .setParameter("id", id)
                .setTupleTransformer((values, names) -> Running.of(new Row(values, names)))
                .uniqueResultOptional();
    }

    /** The tag that the typed name would become with a rename. */
    String newName(Tag tag, String typed) {
        String name = TagNames.canonical(typed);
        if (!TagNames.valid(name)) {
            throw new TagRefused(TagRefused.Fault.BAD_NAME);
        }
        Tag named = Tag.named(name).orElse(null);
        if (named != null && !named.id.equals(tag.id)) {
            throw new TagRefused(named.name.equals(name) ? TagRefused.Fault.IS_TAG : TagRefused.Fault.TAKEN);
        }
        if (name.equals(tag.name)) {
            throw new TagRefused(TagRefused.Fault.SAME);
        }
        requireIdle(tag.id, tag.id);
        return name;
    }

    /** The tag that the typed name means, for a merge into it. */
    Tag target(Tag tag, String typed) {
        Tag into = Tag.named(TagNames.canonical(typed)).orElseThrow(() -> new TagRefused(TagRefused.Fault.NO_TAG));
        if (into.id.equals(tag.id)) {
            throw new TagRefused(TagRefused.Fault.SAME);
        }
        requireIdle(tag.id, into.id);
        return into;
    }

    /** Begins to rename the tag, and returns the new name. */
    @Transactional
    String rename(Tag tag, String typed, long actor, Rights rights) {
        Rights.require(rights.mayManageTags());
        lock(List.of(tag.id));
        String name = newName(tag, typed);
        hibernate
                .createNativeMutationQuery("DELETE FROM tag_synonym WHERE name = :name AND tag_id = :tag")
                .setParameter("name", name)
                .setParameter("tag", tag.id)
                .executeUpdate();
        long into = Tag.idsOf(List.of(name)).get(0);
        begin(tag, into, name, actor);
        log.record(actor, Act.RENAME, Target.tag(into), 0, tag.name + " → " + name);
        return name;
    }

    /** Begins to merge the tag into another one, and returns its name. */
    @Transactional
    String merge(Tag tag, String typed, long actor, Rights rights) {
        Rights.require(rights.mayManageTags());
        Tag named = target(tag, typed);
        lock(Stream.of(tag.id, named.id).sorted(Comparator.naturalOrder()).toList());
        Tag into = target(tag, typed);
        begin(tag, into.id, into.name, actor);
        log.record(actor, Act.MERGE, Target.tag(into.id), 0, tag.name + " → " + into.name);
        return into.name;
    }

    private void begin(Tag from, long into, String name, long actor) {
        hibernate
                .createNativeMutationQuery("UPDATE tag_synonym SET tag_id = :into WHERE tag_id = :from")
                .setParameter("into", into)
                .setParameter("from", from.id)
                .executeUpdate();
        hibernate
                .createNativeMutationQuery(OTHER_NAME)
                .setParameter("name", from.name)
                .setParameter("tag", into)
                .executeUpdate();
        for (String copy : List.of(COPY_DESCRIPTION, COPY_REVISIONS, COPY_WIKI, COPY_PICTURES)) {
            hibernate
                    .createNativeMutationQuery(copy)
                    .setParameter("into", into)
                    .setParameter("from", from.id)
                    .executeUpdate();
        }
        hibernate
                .createNativeMutationQuery(BEGIN)
                .setParameter("from", from.id)
                .setParameter("fromName", from.name)
                .setParameter("into", into)
                .setParameter("intoName", name)
                .setParameter("actor", actor)
                .setParameter("now", Instant.now(clock))
                .executeUpdate();
        long merge = hibernate
                .createNativeQuery("SELECT id FROM tag_merge WHERE from_id = :from", Long.class)
                .addScalar("id", Long.class)
                .setParameter("from", from.id)
                .getSingleResult();
        outbox.record(new MergeTags(merge));
    }

    private void lock(List<Long> tags) {
        for (long tag : tags) {
            hibernate
                    .createNativeQuery("SELECT id FROM tag WHERE id = :id FOR UPDATE", Long.class)
                    .addScalar("id", Long.class)
                    .setParameter("id", tag)
                    .uniqueResultOptional()
                    .orElseThrow(() -> new TagRefused(TagRefused.Fault.NO_TAG));
        }
    }

    private void requireIdle(long first, long second) {
        boolean running = hibernate
                .createNativeQuery(RUNNING, Long.class)
                .addScalar("id", Long.class)
                .setParameter("first", first)
                .setParameter("second", second)
                .uniqueResultOptional()
                .isPresent();
        if (running) {
            throw new TagRefused(TagRefused.Fault.RUNNING);
        }
    }
}
