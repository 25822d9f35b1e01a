package askme.mail.choice;

import askme.database.Row;
import askme.member.Member;
import askme.notification.NotificationKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The choices of members: how soon a mail comes about each kind of notification. {@code member.mail_answers} says whether answers to own
 * questions are mailed at once, as before there were choices. A member who turned that off then, and has not chosen since, gets
 * no mail about anything.
 */
@ApplicationScoped
public class MailChoices {

    private static final String UTC = "UTC";

    static final String OF = """
            SELECT m.id, m.mail_answers, m.time_zone, c.kind, c.pace
            FROM member m LEFT JOIN mail_choice c ON c.member_id = m.id WHERE m.id IN (:members)""";

    private static final String SET = "INSERT INTO mail_choice (member_id, kind, pace) VALUES (:member, :kind, :pace)"
            + " ON DUPLICATE KEY UPDATE pace = VALUES(pace)";

    private final Session hibernate;

    MailChoices(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** The choices of one member, and the zone of the member's clock. */
    public record Choices(Map<NotificationKind, Pace> paces, ZoneId zone) {

        public Pace of(NotificationKind kind) {
            return paces.get(kind);
        }
    }

    private record Stored(long member, boolean answers, String zone, String kind, String pace) {}

    /** The choices of these members; a member who does not exist is left out. */
    @Transactional
    public Map<Long, Choices> of(Collection<Long> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        List<Stored> rows = hibernate
                .createNativeQuery(OF, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("mail_answers", Boolean.class)
                .addScalar("time_zone", String.class)
                .addScalar("kind", String.class)
                .addScalar("pace", String.class)
                .setParameterList("members", members)
                .setTupleTransformer((values, names) -> stored(new Row(values, names)))
                .list();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Stored::member,
                        HashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), this::choices)));
    }

    public Choices of(long member) {
        return of(List.of(member)).get(member);
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.id("id"), row.is("mail_answers"), row.text("time_zone"), row.text("kind"), row.text("pace"));
    }

    private Choices choices(List<Stored> rows) {
        Map<String, Pace> chosen = rows.stream()
                .filter(row -> row.kind() != null)
                .collect(Collectors.toMap(
                        Stored::kind, row -> Pace.of(row.pace()).orElse(Pace.NEVER)));
        boolean answers = rows.get(0).answers();
        boolean turnedOff = !answers && !chosen.containsKey(NotificationKind.ANSWER.stored());
        Map<NotificationKind, Pace> paces = new EnumMap<>(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            Pace otherwise = turnedOff ? Pace.NEVER : byDefault(kind);
            paces.put(kind, chosen.getOrDefault(kind.stored(), otherwise));
        }
        if (answers) {
            paces.put(NotificationKind.ANSWER, Pace.NOW);
        } else if (paces.get(NotificationKind.ANSWER) == Pace.NOW) {
            paces.put(NotificationKind.ANSWER, Pace.NEVER);
        }
        return new Choices(paces, zone(rows.get(0).zone()));
    }

    static Pace byDefault(NotificationKind kind) {
        return switch (kind) {
            case ANSWER, COMMENT, MENTION, ACCEPTED, EDIT, SUGGESTION, DECISION, MODERATION -> Pace.NOW;
            case TAG, MEMBER -> Pace.DAILY;
            default -> Pace.NEVER;
        };
    }

    /** The zone of this name; UTC if it is null or unknown. */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name == null ? UTC : name);
        } catch (DateTimeException e) {
            return ZoneId.of(UTC);
        }
    }

    /** Stores the choices, all at once: a kind that is left out gets what it has now. */
    @Transactional
    public void replace(long member, Map<NotificationKind, Pace> chosen) {
        Member.lock(member);
        Choices before = of(member);
        Map<NotificationKind, Pace> after = Arrays.stream(NotificationKind.values())
                .collect(Collectors.toMap(Function.identity(), kind -> chosen.getOrDefault(kind, before.of(kind))));
        after.forEach((kind, pace) -> set(member, kind, pace));
        Member.setMailAnswers(member, after.get(NotificationKind.ANSWER) == Pace.NOW);
    }

    /** Turns all mails about notifications off, or on as they were at the beginning. */
    @Transactional
    public void wantAny(long member, boolean wanted) {
        Member.lock(member);
        hibernate
                .createNativeMutationQuery("DELETE FROM mail_choice WHERE member_id = :member")
                .setParameter("member", member)
                .executeUpdate();
        Member.setMailAnswers(member, wanted);
    }

    private void set(long member, NotificationKind kind, Pace pace) {
        hibernate
                .createNativeMutationQuery(SET)
                .setParameter("member", member)
                .setParameter("kind", kind.stored())
                .setParameter("pace", pace.stored())
                .executeUpdate();
    }

    /** Stores the zone of the member's browser. Returns false if there is no such zone. */
    @Transactional
    boolean setZone(long member, String zone) {
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
            return false;
        }
        hibernate
                .createNativeMutationQuery("UPDATE member SET time_zone = :zone WHERE id = :member AND zone_chosen = 0")
                .setParameter("zone", zone)
                .setParameter("member", member)
                .executeUpdate();
        return true;
    }
}
