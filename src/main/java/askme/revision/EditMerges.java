package askme.revision;

import jakarta.enterprise.context.ApplicationScoped;

/** Joins an edit with the changes that were stored after its form was opened. */
@ApplicationScoped
public class EditMerges {

    private final RevisionQueries queries;

    EditMerges(RevisionQueries queries) {
        this.queries = queries;
    }

    /**
     * Nothing is stored: the member sees the result first.
     *
     * @param version the {@link askme.web.page.EditVersion} that the form was opened with
     */
    public OvertakenEdit merge(RevisionKind kind, long post, String version, Content mine, Content stored) {
        return OvertakenEdit.of(queries.base(kind, post, version), mine, stored);
    }
}
