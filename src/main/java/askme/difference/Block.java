package askme.difference;

import askme.difference.Piece.Kind;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Some lines of a difference: equal ones, or a change.
 *
 * @param pieces the earlier and the later text together
 * @param skipped the number of equal lines that are left out here; then there are no pieces
 */
@TemplateData
public record Block(List<Piece> pieces, int skipped) {

    static Block of(List<Piece> pieces) {
        return new Block(pieces, 0);
    }

    static Block same(String text) {
        return of(List.of(new Piece(Kind.SAME, text)));
    }

    static Block skipped(int lines) {
        return new Block(List.of(), lines);
    }

    /** Whether the texts differ here. */
    public boolean changed() {
        return pieces.stream().anyMatch(piece -> piece.kind() != Kind.SAME);
    }

    /** The earlier text. */
    public List<Piece> before() {
        return without(Kind.ADDED);
    }

    /** The later text. */
    public List<Piece> after() {
        return without(Kind.REMOVED);
    }

    private List<Piece> without(Kind kind) {
        return pieces.stream().filter(piece -> piece.kind() != kind).toList();
    }
}
