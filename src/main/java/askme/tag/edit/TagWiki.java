package askme.tag.edit;

import askme.database.Row;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.picture.TextWithPictures;
import askme.revision.Content;
import askme.revision.RevisionKind;
import askme.revision.RevisionQueries;
import askme.revision.Revisions;
import askme.revision.State;
import askme.session.Rights;
import askme.web.page.EditVersion;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.Session;

/** The descriptions of tags: one line, and a long text. */
@ApplicationScoped
class TagWiki {

    static final TextWithPictures KIND = new TextWithPictures("tag", """
            SELECT body FROM tag_wiki WHERE tag_id = :id
            UNION ALL SELECT body FROM tag_revision WHERE tag_id = :id""");

    static final String READ = """
            SELECT t.id, t.name, t.question_count, t.description, COALESCE(w.body, '') AS body, w.edited_at, w.editor_id, m.nickname,
                   (SELECT MAX(number) FROM tag_revision r WHERE r.tag_id = t.id) AS revision
            FROM tag t LEFT JOIN tag_wiki w ON w.tag_id = t.id LEFT JOIN member m ON m.id = w.editor_id
            WHERE t.id = :id""";

    private static final String LOCK = "SELECT id FROM tag WHERE id = :id FOR UPDATE";

    private static final String WRITE = """
            INSERT INTO tag_wiki (tag_id, body, editor_id, edited_at) VALUES (:id, :body, :editor, :now)
            ON DUPLICATE KEY UPDATE body = VALUES(body), editor_id = VALUES(editor_id), edited_at = VALUES(edited_at)""";

    private final Session hibernate;
    private final PageChanges changes;
    private final PictureUses pictures;
    private final ModerationLog log;
    private final Revisions revisions;
    private final RevisionQueries earlier;
    private final Clock clock;

    TagWiki(
            Session hibernate,
            PageChanges changes,
            PictureUses pictures,
            ModerationLog log,
            Revisions revisions,
            RevisionQueries earlier,
            Clock clock) {
        this.hibernate = hibernate;
        this.changes = changes;
        this.pictures = pictures;
        this.log = log;
        this.revisions = revisions;
        this.earlier = earlier;
        this.clock = clock;
    }

    /**
     * The stored texts of a tag.
     *
     * @param editedAt null if nobody has described it
     * @param editorId 0 if nobody has described it
     * @param editor the nickname of the last editor, or null
     * @param revision the number of the last revision, 0 without any
     */
    @TemplateData
    record Stored(
            long id,
            String name,
            int questions,
            String description,
            String text,
            Instant editedAt,
            long editorId,
            String editor,
            int revision) {

        private static Stored of(Row row) {
            return new Stored(
                    row.id("id"),
                    row.text("name"),
                    row.number("question_count"),
                    row.text("description"),
                    row.text("body"),
                    row.moment("edited_at"),
                    row.idOrZero("editor_id"),
                    row.text("nickname"),
                    row.numberOrZero("revision"));
        }

        Content content() {
            return Content.ofTag(description, text);
        }

        String version() {
            return EditVersion.of(editedAt);
        }
    }

    @Produces
    @Singleton
    TextWithPictures kind() {
        return KIND;
    }

    Stored read(long tag) {
        return hibernate
                .createNativeQuery(READ, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("name", String.class)
                .addScalar("question_count", Integer.class)
                .addScalar("description", String.class)
                .addScalar("body", String.class)
                .addScalar("edited_at", Instant.class)
                .addScalar("editor_id", Long.class)
                .addScalar("nickname", String.class)
                .addScalar("revision", Integer.class)
                .setParameter("id", tag)
                .setTupleTransformer((values, names) -> Stored.of(new Row(values, names)))
                .getSingleResult();
    }

    /**
     * Stores both texts.
     *
     * @throws askme.web.page.EditConflict if somebody changed them after the form was opened
     */
    @Transactional
    void write(long tag, TagForm form, long editor, Rights rights) {
        Rights.require(rights.mayEditTagWiki());
        State after = State.edited(Content.ofTag(form.description(), form.text()), editor, now(), "");
        change(lock(tag), form.version(), after);
    }

    /**
     * Makes the texts of revision {@code number} those of the tag again, as a new revision. 404 if it does not exist.
     *
     * @throws askme.web.page.EditConflict if somebody changed them after the list of revisions was opened
     */
    @Transactional
    void restore(long tag, int number, String version, long editor, Rights rights) {
        Rights.require(rights.mayEditTagWiki());
        Stored before = lock(tag);
        Content content = earlier.one(RevisionKind.TAG, tag, number).orElseThrow(NotFoundException::new);
        change(before, version, State.restored(content, editor, now(), number));
    }

    private Stored lock(long tag) {
        hibernate
                .createNativeQuery(LOCK, Long.class)
                .addScalar("id", Long.class)
                .setParameter("id", tag)
                .getSingleResult();
        return read(tag);
    }

    private void change(Stored before, String version, State after) {
        Content content = after.content();
        if (content.equals(before.content())) {
            return;
        }
        EditVersion.require(version, before.editedAt);
        record(before, after);
        hibernate
                .createNativeMutationQuery("UPDATE tag SET description = :description WHERE id = :id")
                .setParameter("description", content.title())
                .setParameter("id", before.id)
                .executeUpdate();
        hibernate
                .createNativeMutationQuery(WRITE)
                .setParameter("id", before.id)
                .setParameter("body", content.body())
                .setParameter("editor", after.editor())
                .setParameter("now", after.at())
                .executeUpdate();
        pictures.record(KIND, before.id, content.body());
        log.record(after.editor(), Act.DESCRIBE, Target.tag(before.id), 0, before.name);
        changes.site();
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Stored before, State after) {
        if (before.editedAt == null) {
            revisions.begin(RevisionKind.TAG, before.id, after);
        } else {
            State state =
                    State.before(before.content(), before.editorId, before.editedAt, before.editorId, before.editedAt);
            revisions.store(RevisionKind.TAG, before.id, before.revision, state, after);
        }
    }
}
