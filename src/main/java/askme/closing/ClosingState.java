package askme.closing;

import askme.database.Row;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.query.NativeQuery;

/**
 * Whether and why a question is closed or locked.
 *
 * @param closure null if it is open
 * @param lock null if it is not locked
 * @param votes to close it if it is open, and to reopen it if it is closed; those that closed it are in {@code closure}
 */
@TemplateData
public record ClosingState(Closure closure, Lock lock, List<Vote> votes) {

    /** The number of days for which a vote counts. */
    static final int VOTE_DAYS = 14;

    private static final String MOMENT = "'%Y-%m-%dT%T.%fZ'";

    /** The columns of {@link #of} in a query of question {@code q}. An open question without votes costs one look into an index. */
    public static final String COLUMNS = """
            IF(q.closed = 0, NULL, (SELECT JSON_OBJECT('reason', k.reason, 'own', k.own_reason, 'of', o.id, 'title', o.title,
                 'how', k.closed_how, 'at', DATE_FORMAT(k.closed_at, MOMENT), 'says', k.asker_says,
                 'begun', DATE_FORMAT(k.merge_begun_at, MOMENT), 'ended', DATE_FORMAT(k.merge_ended_at, MOMENT))
               FROM closed_question k LEFT JOIN question o ON o.id = k.duplicate_of AND o.hidden = 0
               WHERE k.question_id = q.id)) AS closure,
            IF(q.locked = 0, NULL, (SELECT JSON_OBJECT('reason', g.reason, 'by', gm.nickname, 'at', DATE_FORMAT(g.locked_at, MOMENT))
               FROM question_lock g LEFT JOIN member gm ON gm.id = g.locked_by WHERE g.question_id = q.id)) AS locking,
            (SELECT JSON_ARRAYAGG(JSON_OBJECT('act', w.act, 'member', w.member_id, 'by', wm.nickname, 'at', DATE_FORMAT(w.voted_at, MOMENT)))
             FROM close_vote w LEFT JOIN member wm ON wm.id = w.member_id
             WHERE w.question_id = q.id AND (q.closed <> 0 AND w.act = 'close'
               OR w.voted_at > UTC_TIMESTAMP() - INTERVAL DAYS DAY)) AS close_votes""".replace("MOMENT", MOMENT).replace("DAYS", String.valueOf(VOTE_DAYS));

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Why and by whom a question was closed.
     *
     * @param reason see {@link CloseReason}
     * @param own the text of a reason of the site itself, or null
     * @param of the other question of a duplicate; 0 for other reasons, and if it was deleted
     * @param how {@code moderator}, {@code votes} or {@code author}
     * @param by the nicknames of those who closed it, the first voter first
     * @param says what the asker says of the other question: {@code solves}, {@code differs}, or null
     * @param merging whether a merge has begun
     * @param merged whether all answers have moved to the other question
     */
    @TemplateData
    public record Closure(
            String reason,
            String own,
            long of,
            String title,
            String how,
            Instant at,
            List<Vote> by,
            String says,
            boolean merging,
            boolean merged) {

        public boolean duplicate() {
            return reason.equals(CloseReason.DUPLICATE);
        }

        /** The nicknames, separated by commas. */
        public String names() {
            return by.stream().map(Vote::nickname).collect(Collectors.joining(", "));
        }

        /** Whether the asker may take it back alone. */
        public boolean openedByAuthor() {
            return !how.equals(Closings.MODERATOR);
        }
    }

    /** Why, by whom and when a post was locked. */
    @TemplateData
    public record Lock(String reason, String by, Instant at) {}

    /** A vote of a member. */
    @TemplateData
    public record Vote(String act, long member, String nickname, Instant at) {

        private static Vote of(JsonNode one) {
            return new Vote(
                    one.get("act").asText(), one.get("member").asLong(), text(one, "by", ""), moment(one.get("at")));
        }
    }

    /** Declares {@link #COLUMNS}. */
    public static <T> NativeQuery<T> scalars(NativeQuery<T> query) {
        return query.addScalar("closure", String.class)
                .addScalar("locking", String.class)
                .addScalar("close_votes", String.class);
    }

    public static ClosingState of(Row row) {
        List<Vote> all = row.has("close_votes") ? votes(read(row.text("close_votes"))) : List.of();
        JsonNode closure = row.has("closure") ? read(row.text("closure")) : null;
        String pending = closure == null ? Closings.CLOSE : Closings.REOPEN;
        List<Vote> votes = all.stream().filter(vote -> vote.act.equals(pending)).toList();
        List<Vote> by =
                all.stream().filter(vote -> vote.act.equals(Closings.CLOSE)).toList();
        return new ClosingState(
                closure == null ? null : closure(closure, by),
                row.has("locking") ? lock(read(row.text("locking"))) : null,
                votes);
    }

    /** Whether the question is as most are. */
    public boolean plain() {
        return closure == null && lock == null;
    }

    /** Whether the vote of {@code member} waits for others. */
    public boolean votedBy(long member) {
        return votes.stream().anyMatch(vote -> vote.member == member);
    }

    private static Closure closure(JsonNode one, List<Vote> by) {
        return new Closure(
                one.get("reason").asText(),
                text(one, "own", null),
                one.get("of").asLong(),
                text(one, "title", null),
                one.get("how").asText(),
                moment(one.get("at")),
                by,
                text(one, "says", null),
                !one.get("begun").isNull(),
                !one.get("ended").isNull());
    }

    private static Lock lock(JsonNode one) {
        return new Lock(one.get("reason").asText(), text(one, "by", ""), moment(one.get("at")));
    }

    private static List<Vote> votes(JsonNode all) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(Vote::of)
                .sorted(Comparator.comparing(Vote::at))
                .toList();
    }

    private static String text(JsonNode node, String member, String otherwise) {
        return node.get(member).isNull() ? otherwise : node.get(member).asText();
    }

    private static Instant moment(JsonNode node) {
        return Instant.parse(node.asText());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database returned no JSON", e);
        }
    }
}
