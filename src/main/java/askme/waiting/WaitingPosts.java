package askme.waiting;

import askme.database.NewTransaction;
import askme.database.Row;
import askme.draft.DraftPlace;
import askme.draft.Drafts;
import askme.member.Member;
import askme.session.MemberRights;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.Flash;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Posts of members who have not confirmed their address yet. They are posted in the order in which they were sent, by the same
 * use cases as others. One that is refused then stays, with the reason.
 */
@ApplicationScoped
public class WaitingPosts {

    /** The posts of one member that may wait. */
    static final int MOST = 20;

    static final String OF_MEMBER = "SELECT id, place, fields, sent_at, refusal FROM waiting_post"
            + " WHERE member_id = :member ORDER BY id LIMIT " + MOST;

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Session hibernate;
    private final Drafts drafts;
    private final MemberRights rights;
    private final List<PostOfPlace> kinds;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final LocalizedMessages<WaitingMessages> messages = LocalizedMessages.of(WaitingMessages.class);

    WaitingPosts(
            Session hibernate,
            Drafts drafts,
            MemberRights rights,
            @All List<PostOfPlace> kinds,
            ObjectMapper mapper,
            Clock clock) {
        this.hibernate = hibernate;
        this.drafts = drafts;
        this.rights = rights;
        this.kinds = kinds;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Keeps the text of a form that was checked. The same text at the same place is kept once.
     *
     * @return why it cannot be kept; empty if it is
     */
    @Transactional
    public Optional<String> keep(long member, DraftPlace place, Map<String, String> fields) {
        Member.lock(member);
        List<WaitingPost> before = of(member);
        if (before.stream()
                .anyMatch(post -> post.place().equals(place) && post.fields().equals(fields))) {
            return Optional.empty();
        }
        if (before.size() >= MOST) {
            return Optional.of(messages.get().too_many(MOST));
        }
        hibernate
                .createNativeMutationQuery("INSERT INTO waiting_post (member_id, place, fields, sent_at)"
                        + " VALUES (:member, :place, :fields, :now)")
                .setParameter("member", member)
                .setParameter("place", place.name())
                .setParameter("fields", json(fields))
                .setParameter("now", clock.instant())
                .executeUpdate();
        drafts.end(member, place);
        return Optional.empty();
    }

    /** The answer to a form whose text is kept. */
    public Response redirect() {
        return Flash.redirect(WaitingLinks.waitingPosts(), messages.get().kept());
    }

    /** The member's posts that wait or were refused, in the order in which they were sent. */
    @Transactional
    public List<WaitingPost> of(long member) {
        return hibernate
                .createNativeQuery(OF_MEMBER, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("place", String.class)
                .addScalar("fields", String.class)
                .addScalar("sent_at", Instant.class)
                .addScalar("refusal", String.class)
                .setParameter("member", member)
                .setTupleTransformer((values, names) -> new Row(values, names))
                .list()
                .stream()
                .map(row -> new WaitingPost(
                        row.id("id"),
                        new DraftPlace(row.text("place")),
                        fields(row.text("fields")),
                        row.moment("sent_at"),
                        row.text("refusal")))
                .toList();
    }

    /** Deletes one of the member's own posts. */
    @Transactional
    public void discard(long member, long id) {
        remove(member, id);
    }

    /**
     * Posts what waits. Each post is a separate transaction, so one that is refused stops no other.
     *
     * @return how many were posted and how many were refused
     */
    public Posted post(long member) {
        int posted = 0;
        int refused = 0;
        for (WaitingPost post : NewTransaction.call(() -> of(member))) {
            if (post.refusal() != null) {
                continue;
            }
            Optional<String> refusal = post(member, post);
            if (refusal.isEmpty()) {
                posted++;
            } else {
                NewTransaction.run(() -> refuse(member, post, refusal.get()));
                refused++;
            }
        }
        return new Posted(posted, refused);
    }

    /** How many posts were posted, and how many were refused. */
    public record Posted(int posted, int refused) {}

    /** Posts the text, and deletes its row in the same transaction: of two requests at once, one posts it. */
    private Optional<String> post(long member, WaitingPost post) {
        try {
            NewTransaction.run(() -> {
                if (remove(member, post.id())) {
                    Member author = Member.findById(member);
                    Rights may = rights.of(author);
                    kind(post.place())
                            .post(post.place(), post.fields(), author.ref(), may)
                            .ifPresent(reason -> {
                                throw new Refused(reason);
                            });
                }
            });
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.getMessage());
        } catch (ProblemException refused) {
            String detail = refused.problem().detail();
            return Optional.of(detail == null ? messages.get().gone() : detail);
        } catch (WebApplicationException refused) {
            return Optional.of(messages.get().gone());
        }
    }

    private PostOfPlace kind(DraftPlace place) {
        return kinds.stream().filter(kind -> kind.knows(place)).findFirst().orElseThrow();
    }

    /** The reason for which the transaction of a post was rolled back. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    private void refuse(long member, WaitingPost post, String reason) {
        hibernate
                .createNativeMutationQuery(
                        "UPDATE waiting_post SET refusal = :reason WHERE id = :id AND member_id = :member")
                .setParameter("reason", reason.substring(0, Math.min(reason.length(), 500)))
                .setParameter("id", post.id())
                .setParameter("member", member)
                .executeUpdate();
    }

    private boolean remove(long member, long id) {
        return hibernate
                        .createNativeMutationQuery("DELETE FROM waiting_post WHERE id = :id AND member_id = :member")
                        .setParameter("id", id)
                        .setParameter("member", member)
                        .executeUpdate()
                == 1;
    }

    private String json(Map<String, String> fields) {
        try {
            return mapper.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> fields(String json) {
        try {
            return mapper.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
