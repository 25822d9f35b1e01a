package askme.tag.edit;

import askme.follow.Follows;
import askme.jobs.queue.Outbox;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.question.listed.ListedQuestions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;

/** The transactions of a merge of two tags. The locks are in the order of all changes of questions: question, tags, lists. */
@ApplicationScoped
class TagMergeBatch {

    /** Each transaction locks so many questions for some milliseconds. */
    static final int SIZE = 50;

    static final String QUESTIONS = "SELECT question_id FROM question_tag FORCE INDEX (PRIMARY)"
            + " WHERE tag_id = :tag ORDER BY question_id LIMIT " + SIZE;

    static final String LOCK =
            "SELECT id, tag_names FROM question FORCE INDEX (PRIMARY) WHERE id IN (:ids) ORDER BY id FOR UPDATE";

    /** Those of some questions that have the tag. The caller has locked the questions. */
    static final String WITH_TAG =
            "SELECT question_id FROM question_tag FORCE INDEX (PRIMARY) WHERE tag_id = :tag AND question_id IN (:ids)";

    private static final String NAMES =
            "UPDATE question SET tag_names = CASE id %s END, version = version + 1 WHERE id IN (:ids)";

    private static final String COUNT = """
            UPDATE tag FORCE INDEX (PRIMARY) SET question_count = question_count + IF(id = :from, :lost, :gained)
            WHERE id IN (:from, :into)""";

    private static final String TAG = "INSERT IGNORE INTO question_tag (tag_id, question_id, rating)"
            + " SELECT :into, question_id, rating FROM question_tag WHERE tag_id = :from AND question_id IN (:ids)";

    private static final String UNTAG = "DELETE FROM question_tag WHERE tag_id = :from AND question_id IN (:ids)";

    private final Session hibernate;
    private final ListedQuestions listed;
    private final Follows follows;
    private final PictureUses pictures;
    private final PageChanges changes;
    private final Outbox outbox;
    private final Clock clock;

    TagMergeBatch(
            Session hibernate,
            ListedQuestions listed,
            Follows follows,
            PictureUses pictures,
            PageChanges changes,
            Outbox outbox,
            Clock clock) {
        this.hibernate = hibernate;
        this.listed = listed;
        this.follows = follows;
        this.pictures = pictures;
        this.changes = changes;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Locked(long id, String tagNames) {}

    /** The next questions of the tag. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Long> questions(TagMerges.Running merge) {
        return hibernate
                .createNativeQuery(QUESTIONS, Long.class)
                .addScalar("question_id", Long.class)
                .setParameter("tag", merge.from())
                .list();
    }

    /** Moves those of these questions that still have the tag. It begins with a lock, and so sees what others have committed before. */
    @Transactional(Transactional.TxType.MANDATORY)
    void move(TagMerges.Running merge, List<Long> found) {
        List<Locked> locked = hibernate
                .createNativeQuery(LOCK, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("tag_names", String.class)
                .setParameterList("ids", found)
                .setTupleTransformer((values, names) -> new Locked((Long) values[0], (String) values[1]))
                .list();
        Set<Long> tagged = new HashSet<>(withTag(merge.from(), found));
        List<Locked> moved =
                locked.stream().filter(question -> tagged.contains(question.id)).toList();
        if (moved.isEmpty()) {
            return;
        }
        List<Long> ids = moved.stream().map(Locked::id).toList();
        int both = withTag(merge.into(), ids).size();
        rename(merge, moved, ids);
        hibernate
                .createNativeMutationQuery(COUNT)
                .setParameter("from", merge.from())
                .setParameter("into", merge.into())
                .setParameter("lost", -ids.size())
                .setParameter("gained", ids.size() - both)
                .executeUpdate();
        hibernate
                .createNativeMutationQuery(TAG)
                .setParameter("into", merge.into())
                .setParameter("from", merge.from())
                .setParameterList("ids", ids)
                .executeUpdate();
        hibernate
                .createNativeMutationQuery(UNTAG)
                .setParameter("from", merge.from())
                .setParameterList("ids", ids)
                .executeUpdate();
        listed.moveTag(ids, merge.from(), merge.into());
        outbox.record(new QuestionsRetagged(ids));
    }

    private List<Long> withTag(long tag, List<Long> ids) {
        return hibernate
                .createNativeQuery(WITH_TAG, Long.class)
                .addScalar("question_id", Long.class)
                .setParameter("tag", tag)
                .setParameterList("ids", ids)
                .list();
    }

    private void rename(TagMerges.Running merge, List<Locked> questions, List<Long> ids) {
        var update = hibernate
                .createNativeMutationQuery(NAMES.formatted(IntStream.range(0, ids.size())
                        .mapToObj(i -> "WHEN :id" + i + " THEN :names" + i)
                        .collect(Collectors.joining(" "))))
                .setParameterList("ids", ids);
        for (int i = 0; i < questions.size(); i++) {
            update.setParameter("id" + i, questions.get(i).id)
                    .setParameter("names" + i, renamed(questions.get(i).tagNames, merge));
        }
        update.executeUpdate();
    }

    /** The names of a question's tags with the new name, which it may have already. */
    static String renamed(String tagNames, TagMerges.Running merge) {
        return Arrays.stream(tagNames.split(" "))
                .map(name -> name.equals(merge.fromName()) ? merge.intoName() : name)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Removes the tag that has no questions any longer. Returns false if it got one again. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean end(TagMerges.Running merge) {
        one("SELECT id FROM tag WHERE id = :from FOR UPDATE", merge);
        if (one("SELECT question_id AS id FROM question_tag WHERE tag_id = :from LIMIT 1 LOCK IN SHARE MODE", merge)
                || follows.moveTag(merge.from(), merge.into(), SIZE) == SIZE) {
            return false;
        }
        pictures.remove(TagWiki.KIND, List.of(merge.from()));
        change("DELETE FROM tag_wiki WHERE tag_id = :from", merge);
        change("DELETE FROM tag_revision WHERE tag_id = :from", merge);
        change("DELETE FROM page_anchor WHERE list IN (CONCAT('tag:', :from), CONCAT('tag:', :into))", merge, "into");
        change("UPDATE tag_synonym SET tag_id = :into WHERE tag_id = :from", merge, "into");
        if (change("DELETE FROM tag WHERE id = :from", merge) > 0) {
            hibernate
                    .createNativeMutationQuery("UPDATE site_counter SET value = value - 1 WHERE name = 'tags'")
                    .executeUpdate();
        }
        hibernate
                .createNativeMutationQuery("UPDATE tag_merge SET ended_at = :now WHERE id = :id")
                .setParameter("now", Instant.now(clock))
                .setParameter("id", merge.id())
                .executeUpdate();
        changes.site();
        outbox.record(new TagsChanged(merge.from(), merge.into(), merge.fromName(), merge.intoName()));
        return true;
    }

    private boolean one(String sql, TagMerges.Running merge) {
        return !hibernate
                .createNativeQuery(sql, Long.class)
                .addScalar("id", Long.class)
                .setParameter("from", merge.from())
                .list()
                .isEmpty();
    }

    private int change(String sql, TagMerges.Running merge) {
        return hibernate
                .createNativeMutationQuery(sql)
                .setParameter("from", merge.from())
                .executeUpdate();
    }

    private int change(String sql, TagMerges.Running merge, String second) {
        return hibernate
                .createNativeMutationQuery(sql)
                .setParameter("from", merge.from())
                .setParameter(second, merge.into())
                .executeUpdate();
    }
}
