package askme.account.data;

import askme.avatar.AvatarStore;
import askme.database.NewTransaction;
import askme.database.Row;
import askme.member.Member;
import askme.member.NicknameSkeletons;
import askme.pagecache.PageChanges;
import askme.picture.UnpostedPictures;
import askme.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Deletes an account: first what opens it, then its rows in batches, last the plan itself. Each step takes what is still there, so
 * it may run twice, and continues after a crash. The row stays, emptied: posts and votes keep pointing to it.
 */
@ApplicationScoped
class EmptiedMember {

    static final int BATCH = 500;

    static final String DUE =
            "SELECT id FROM member FORCE INDEX (member_delete) WHERE delete_at <= :now ORDER BY delete_at LIMIT 1";

    private static final String EMPTY = """
            UPDATE member SET email = NULL, email_confirmed_at = NULL, must_confirm = 0, password_hash = NULL, avatar = NULL,
              language = NULL, chosen_language = NULL, time_zone = NULL, mail_answers = 0, admin = 0, moderator = 0,
              suspension_reason = '', nickname = :nickname WHERE id = :id""";

    static final String MENTIONS =
            "SELECT comment_id, name FROM comment_mention WHERE member_id = :member AND name <> :nickname LIMIT 100";

    private final Session hibernate;
    private final Sessions sessions;
    private final AvatarStore avatars;
    private final UnpostedPictures pictures;
    private final NicknameSkeletons skeletons;
    private final DataExports exports;
    private final PageChanges changes;
    private final Clock clock;

    EmptiedMember(
            Session hibernate,
            Sessions sessions,
            AvatarStore avatars,
            UnpostedPictures pictures,
            NicknameSkeletons skeletons,
            DataExports exports,
            PageChanges changes,
            Clock clock) {
        this.hibernate = hibernate;
        this.sessions = sessions;
        this.avatars = avatars;
        this.pictures = pictures;
        this.skeletons = skeletons;
        this.exports = exports;
        this.changes = changes;
        this.clock = clock;
    }

    /** A member whose account is due. */
    Optional<Long> due() {
        return NewTransaction.call(() -> hibernate
                .createNativeQuery(DUE, Long.class)
                .addScalar("id", Long.class)
                .setParameter("now", clock.instant())
                .uniqueResultOptional());
    }

    /** Deletes all data of the member. */
    void empty(long member) {
        String avatar = NewTransaction.call(() -> emptyRow(member));
        sessions.endAll(member);
        avatars.remove(avatar);
        exports.removeAll(member);
        for (MemberTables.Column column : MemberTables.GOES) {
            while (NewTransaction.call(() -> delete(column, member)) == BATCH) {
                // Some hundred rows a transaction keep locks short.
            }
        }
        while (NewTransaction.call(() -> deleteNotifications(member)) == BATCH) {
            // The same.
        }
        while (NewTransaction.call(() -> renameMentions(member)) > 0) {
            // The same.
        }
        pictures.remove(member);
        NewTransaction.run(() -> end(member));
    }

    /** Empties the row, and returns the name of the picture that it had, or null. */
    private String emptyRow(long id) {
        Member member = Member.lockById(id);
        String nickname = freeName(id);
        hibernate
                .createNativeMutationQuery(EMPTY)
                .setParameter("nickname", nickname)
                .setParameter("id", id)
                .executeUpdate();
        skeletons.replace(id, nickname);
        changes.site();
        return member.avatar;
    }

    /** The name of a member who left. Nobody may choose such a name, but somebody may have had one before that rule. */
    private String freeName(long id) {
        String name = "former-" + id;
        while (Member.byNickname(name).filter(other -> other.id != id).isPresent() || skeletons.isTaken(name, id)) {
            name += "-x";
        }
        return name;
    }

    private int delete(MemberTables.Column column, long member) {
        return hibernate
                .createNativeMutationQuery(
                        "DELETE FROM " + column.table() + " WHERE " + column.name() + " = :member LIMIT " + BATCH)
                .setParameter("member", member)
                .executeUpdate();
    }

    private int deleteNotifications(long member) {
        List<Long> ids = hibernate
                .createNativeQuery(MemberTables.NOTIFICATIONS + BATCH, Long.class)
                .addScalar("id", Long.class)
                .setParameter("member", member)
                .list();
        if (!ids.isEmpty()) {
            change("DELETE FROM notification_cause WHERE notification_id IN (:ids)", ids);
            change("DELETE FROM notification WHERE id IN (:ids)", ids);
        }
        return ids.size();
    }

    private void change(String sql, List<Long> ids) {
        hibernate.createNativeMutationQuery(sql).setParameterList("ids", ids).executeUpdate();
    }

    /** Writes the new name into mentions that are links. Returns how many comments were read. */
    private int renameMentions(long member) {
        String nickname = Member.<Member>findById(member).nickname;
        List<Mention> mentions = hibernate
                .createNativeQuery(MENTIONS, Object[].class)
                .addScalar("comment_id", Long.class)
                .addScalar("name", String.class)
                .setParameter("member", member)
                .setParameter("nickname", nickname)
                .setTupleTransformer((values, names) -> mention(new Row(values, names)))
                .list();
        mentions.forEach(mention -> rename(mention, member, nickname));
        if (!mentions.isEmpty()) {
            changes.site();
        }
        return mentions.size();
    }

    private record Mention(long comment, String name) {}

    private static Mention mention(Row row) {
        return new Mention(row.id("comment_id"), row.text("name"));
    }

    private void rename(Mention mention, long member, String nickname) {
        String body = hibernate
                .createNativeQuery("SELECT body FROM comment WHERE id = :id FOR UPDATE", String.class)
                .addScalar("body", String.class)
                .setParameter("id", mention.comment())
                .getSingleResult();
        hibernate
                .createNativeMutationQuery("UPDATE comment SET body = :body WHERE id = :id")
                .setParameter("body", RenamedMention.in(body, mention.name(), nickname))
                .setParameter("id", mention.comment())
                .executeUpdate();
        hibernate
                .createNativeMutationQuery(
                        "UPDATE comment_mention SET name = :nickname WHERE comment_id = :id AND member_id = :member")
                .setParameter("nickname", nickname)
                .setParameter("id", mention.comment())
                .setParameter("member", member)
                .executeUpdate();
    }

    private void end(long member) {
        hibernate
                .createNativeMutationQuery("UPDATE member SET delete_at = NULL WHERE id = :id")
                .setParameter("id", member)
                .executeUpdate();
    }
}
