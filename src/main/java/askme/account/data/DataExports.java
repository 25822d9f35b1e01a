package askme.account.data;

import askme.database.NewTransaction;
import askme.database.Row;
import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.picture.storage.PictureStorage;
import askme.picture.storage.RandomName;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The exports of members: rows, and files in the storage of pictures. Only their owner's session can fetch them. */
@ApplicationScoped
class DataExports {

    /** A member asks again after this time at the earliest: an export reads everything. */
    static final Duration PAUSE = Duration.ofHours(1);

    private static final String COLUMNS =
            "SELECT id, member_id, asked_at, ready_at, ends_at, file, parts, bytes FROM data_export";

    static final String LAST = COLUMNS + " WHERE member_id = :member AND ends_at > :now ORDER BY id DESC LIMIT 1";

    static final String ENDED = COLUMNS + " WHERE ends_at <= :now ORDER BY ends_at LIMIT 100";

    private final Session hibernate;
    private final Outbox outbox;
    private final PictureStorage storage;
    private final DataConfig config;
    private final Clock clock;

    DataExports(Session hibernate, Outbox outbox, PictureStorage storage, DataConfig config, Clock clock) {
        this.hibernate = hibernate;
        this.outbox = outbox;
        this.storage = storage;
        this.config = config;
        this.clock = clock;
    }

    /** Asks for an export, unless the member has asked shortly before. */
    boolean ask(long member) {
        return NewTransaction.call(() -> {
            Member.lock(member);
            Instant now = clock.instant();
            if (newest(member)
                    .filter(e -> e.askedAt().isAfter(now.minus(PAUSE)))
                    .isPresent()) {
                return false;
            }
            hibernate
                    .createNativeMutationQuery("INSERT INTO data_export (member_id, asked_at, ends_at, file)"
                            + " VALUES (:member, :now, :ends, :file)")
                    .setParameter("member", member)
                    .setParameter("now", now)
                    .setParameter("ends", now.plus(config.exportKeptFor()))
                    .setParameter("file", RandomName.next())
                    .executeUpdate();
            outbox.record(new ExportAsked(newest(member).orElseThrow().id()));
            return true;
        });
    }

    /** The last export of the member whose time is not over. */
    Optional<DataExport> last(long member) {
        return NewTransaction.call(() -> newest(member));
    }

    private Optional<DataExport> newest(long member) {
        return one(query(LAST).setParameter("member", member).setParameter("now", clock.instant()));
    }

    Optional<DataExport> find(long id) {
        return NewTransaction.call(() -> one(query(COLUMNS + " WHERE id = :id").setParameter("id", id)));
    }

    /** A file of the export, for its owner, while its time is not over. */
    Optional<Path> file(long id, int part, long member) {
        return find(id).filter(export -> export.memberId() == member
                        && export.readyAt() != null
                        && export.endsAt().isAfter(clock.instant())
                        && part >= 1
                        && part <= export.parts())
                .flatMap(export -> storage.find(export.stored(part)));
    }

    void store(DataExport export, int part, byte[] zip) {
        storage.save(export.stored(part), zip);
    }

    /** Records that all files are there. Their time begins now. */
    void ready(DataExport export, List<Integer> sizes) {
        NewTransaction.run(() -> {
            Instant now = clock.instant();
            int changed = hibernate
                    .createNativeMutationQuery(
                            "UPDATE data_export SET ready_at = :now, ends_at = :ends, parts = :parts, bytes = :bytes"
                                    + " WHERE id = :id AND ready_at IS NULL")
                    .setParameter("now", now)
                    .setParameter("ends", now.plus(config.exportKeptFor()))
                    .setParameter("parts", sizes.size())
                    .setParameter(
                            "bytes",
                            sizes.stream().mapToLong(Integer::longValue).sum())
                    .setParameter("id", export.id())
                    .executeUpdate();
            if (changed == 1) {
                outbox.record(new ExportReady(export.id(), export.memberId()));
            }
        });
    }

    /** Removes the exports whose time is over. */
    void sweep() {
        for (List<DataExport> ended = ended(); !ended.isEmpty(); ended = ended()) {
            ended.forEach(this::remove);
        }
    }

    private List<DataExport> ended() {
        return NewTransaction.call(() -> list(query(ENDED).setParameter("now", clock.instant())));
    }

    /** Removes all exports of a member whose account is deleted. */
    void removeAll(long member) {
        NewTransaction.call(
                        () -> list(query(COLUMNS + " WHERE member_id = :member").setParameter("member", member)))
                .forEach(this::remove);
    }

    private void remove(DataExport export) {
        // One more, in case the job stopped before it stored how many there are.
        for (int part = 1;
                part <= export.parts() || storage.find(export.stored(part)).isPresent();
                part++) {
            storage.remove(export.stored(part));
        }
        NewTransaction.run(() -> hibernate
                .createNativeMutationQuery("DELETE FROM data_export WHERE id = :id")
                .setParameter("id", export.id())
                .executeUpdate());
    }

    private NativeQuery<Object[]> query(String sql) {
        return hibernate.createNativeQuery(sql, Object[].class);
    }

    private static Optional<DataExport> one(NativeQuery<Object[]> query) {
        return list(query).stream().findFirst();
    }

    private static List<DataExport> list(NativeQuery<Object[]> query) {
        return query.addScalar("id", Long.class)
                .addScalar("member_id", Long.class)
                .addScalar("asked_at", Instant.class)
                .addScalar("ready_at", Instant.class)
                .addScalar("ends_at", Instant.class)
                .addScalar("file", String.class)
                .addScalar("parts", Integer.class)
                .addScalar("bytes", Long.class)
                .setTupleTransformer((values, names) -> export(new Row(values, names)))
                .list();
    }

    private static DataExport export(Row row) {
        return new DataExport(
                row.id("id"),
                row.id("member_id"),
                row.moment("asked_at"),
                row.moment("ready_at"),
                row.moment("ends_at"),
                row.text("file"),
                row.number("parts"),
                row.id("bytes"));
    }
}
