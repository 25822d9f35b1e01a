package askme.picture;

import askme.markdown.PictureAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/**
 * Records the texts that name a picture. A row says that a text named it once. {@link PictureSweep} reads the text again, so an
 * edit that drops the picture, or a deletion of the text, changes no row.
 */
@ApplicationScoped
public class PictureUses {

    static final String RECORD = "INSERT IGNORE INTO picture_use (picture, kind, text_id)"
            + " SELECT name, :kind, :id FROM picture WHERE name IN (:names) AND removed = 0";

    private final Session hibernate;

    PictureUses(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** Removes the rows of texts that were removed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(TextWithPictures kind, List<Long> ids) {
        hibernate
                .createNativeMutationQuery("DELETE FROM picture_use WHERE kind = :kind AND text_id IN (:ids)")
                .setParameter("kind", kind.kind())
                .setParameterList("ids", ids)
                .executeUpdate();
    }

    /** Records the pictures that {@code text} names. A text without pictures costs no statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(TextWithPictures kind, long id, String text) {
        Set<String> names = PictureAddress.namedIn(text);
        if (!names.isEmpty()) {
            hibernate
                    .createNativeMutationQuery(RECORD)
                    .setParameter("kind", kind.kind())
                    .setParameter("id", id)
                    .setParameterList("names", names)
                    .executeUpdate();
        }
    }
}
