package askme.tag.edit;

import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.pagecache.PageChanges;
import askme.session.Rights;
import askme.tag.Tag;
import askme.tag.TagNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** The other names of tags. */
@ApplicationScoped
class TagSynonyms {

    /** The most other names of a tag: its page shows all of them. */
    static final int MOST = 50;

    static final String OF_TAG = "SELECT name FROM tag_synonym WHERE tag_id = :tag ORDER BY name LIMIT " + MOST;

    private final Session hibernate;
    private final PageChanges changes;
    private final ModerationLog log;

    TagSynonyms(Session hibernate, PageChanges changes, ModerationLog log) {
        this.hibernate = hibernate;
        this.changes = changes;
        this.log = log;
    }

    List<String> of(long tag) {
        return hibernate
                .createNativeQuery(OF_TAG, String.class)
                .addScalar("name", String.class)
                .setParameter("tag", tag)
                .list();
    }

    /** Adds another name. A tag cannot become one: it has to be merged. */
    @Transactional
    void add(Tag tag, String typed, long actor, Rights rights) {
        Rights.require(rights.mayManageTags());
        String name = TagNames.canonical(typed);
        if (!TagNames.valid(name)) {
            throw new TagRefused(TagRefused.Fault.BAD_NAME);
        }
        hibernate
                .createNativeQuery("SELECT id FROM tag WHERE id = :id FOR UPDATE", Long.class)
                .addScalar("id", Long.class)
                .setParameter("id", tag.id)
                .getSingleResult();
        Tag named = Tag.named(name).orElse(null);
        if (named != null && named.id.equals(tag.id)) {
            throw new TagRefused(TagRefused.Fault.SAME);
        }
        if (named != null) {
            throw new TagRefused(named.name.equals(name) ? TagRefused.Fault.IS_TAG : TagRefused.Fault.TAKEN);
        }
        if (of(tag.id).size() >= MOST) {
            throw new TagRefused(TagRefused.Fault.TOO_MANY);
        }
        hibernate
                .createNativeMutationQuery("INSERT INTO tag_synonym (name, tag_id) VALUES (:name, :tag)")
                .setParameter("name", name)
                .setParameter("tag", tag.id)
                .executeUpdate();
        log.record(actor, Act.SYNONYM, Target.tag(tag.id), 0, "+ " + name);
        changes.site();
    }

    /** Removes another name. It may become a tag again. */
    @Transactional
    void remove(Tag tag, String name, long actor, Rights rights) {
        Rights.require(rights.mayManageTags());
        int removed = hibernate
                .createNativeMutationQuery("DELETE FROM tag_synonym WHERE name = :name AND tag_id = :tag")
                .setParameter("name", name)
                .setParameter("tag", tag.id)
                .executeUpdate();
        if (removed > 0) {
            log.record(actor, Act.SYNONYM, Target.tag(tag.id), 0, "− " + name);
            changes.site();
        }
    }
}
