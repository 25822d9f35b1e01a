package askme.picture;

import askme.database.NewTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** The pictures of a member whose account is deleted. */
@ApplicationScoped
public class UnpostedPictures {

    static final String NAMES =
            "SELECT name FROM picture FORCE INDEX (picture_of_member) WHERE member_id = :member LIMIT 100";

    private final Pictures pictures;
    private final Session hibernate;

    UnpostedPictures(Pictures pictures, Session hibernate) {
        this.pictures = pictures;
        this.hibernate = hibernate;
    }

    /** Removes those that no text names. The others stay without a name of who uploaded them. */
    public void remove(long member) {
        for (List<String> names = names(member); !names.isEmpty(); names = names(member)) {
            for (String name : names) {
                if (!pictures.removeUnused(name)) {
                    NewTransaction.run(() -> hibernate
                            .createNativeMutationQuery("UPDATE picture SET member_id = NULL WHERE name = :name")
                            .setParameter("name", name)
                            .executeUpdate());
                }
            }
        }
    }

    /** The names of all pictures of the member in posts and drafts. */
    public List<String> of(long member, String after) {
        return NewTransaction.call(() -> hibernate
                .createNativeQuery(
                        "SELECT name FROM picture FORCE INDEX (picture_of_member) WHERE member_id = :member AND removed = 0"
                                + " AND name > :after ORDER BY name LIMIT 100",
                        String.class)
                .addScalar("name", String.class)
                .setParameter("member", member)
                .setParameter("after", after)
                .list());
    }

    private List<String> names(long member) {
        return NewTransaction.call(() -> hibernate
                .createNativeQuery(NAMES, String.class)
                .addScalar("name", String.class)
                .setParameter("member", member)
                .list());
    }
}
