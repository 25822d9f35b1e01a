package askme.realtime;

import askme.database.Row;
import askme.member.ConfiguredAdmins;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** The open pages of moderators. It uses the channel that each of them has for the bell. */
@ApplicationScoped
class ModeratorPages {

    /** A site has a few moderators. The pages of others beyond this number show the change after a reload. */
    static final int MOST_MODERATORS = 200;

    static final String MODERATORS =
            "(SELECT id FROM member FORCE INDEX (member_admin) WHERE admin = 1 ORDER BY id LIMIT "
                    + MOST_MODERATORS
                    + ") UNION (SELECT id FROM member FORCE INDEX (member_moderator) WHERE moderator = 1 ORDER BY id LIMIT "
                    + MOST_MODERATORS + ")";

    private static final String NAMED = "SELECT id FROM member WHERE nickname IN (:names)";

    private final Session hibernate;
    private final ConfiguredAdmins admins;
    private final Publisher publisher;

    ModeratorPages(Session hibernate, ConfiguredAdmins admins, Publisher publisher) {
        this.hibernate = hibernate;
        this.admins = admins;
        this.publisher = publisher;
    }

    /** Publishes these changes to all of them. {@code key} is the id of the job. */
    void publish(List<? extends Change> changes, String key) {
        List<Publisher.Publication> publications = new ArrayList<>();
        for (long member : moderators()) {
            for (int i = 0; i < changes.size(); i++) {
                publications.add(new Publisher.Publication(
                        Channels.ofMember(member), changes.get(i), key + ":" + member + (i == 0 ? "" : ":" + i)));
            }
        }
        if (!publications.isEmpty()) {
            publisher.publish(publications).stream()
                    .filter(failure -> failure != null)
                    .findFirst()
                    .ifPresent(failure -> {
                        throw new IllegalStateException("a change of the review queue was not published", failure);
                    });
        }
    }

    private List<Long> moderators() {
        List<Long> found = new ArrayList<>(hibernate
                .createNativeQuery(MODERATORS, Object[].class)
                .addScalar("id", Long.class)
                .setTupleTransformer((values, names) -> new Row(values, names).id("id"))
                .getResultList());
        Set<String> named = admins.nicknames();
        if (!named.isEmpty()) {
            found.addAll(hibernate
                    .createNativeQuery(NAMED, Object[].class)
                    .addScalar("id", Long.class)
                    .setParameterList("names", named)
                    .setTupleTransformer((values, names) -> new Row(values, names).id("id"))
                    .getResultList());
        }
        return found.stream().distinct().toList();
    }
}
