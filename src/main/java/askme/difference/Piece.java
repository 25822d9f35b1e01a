package askme.difference;

import io.quarkus.qute.TemplateData;

/** A run of text in a difference. */
@TemplateData
public record Piece(Kind kind, String text) {

    /** Whether both texts have it, or only the earlier or the later one. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public boolean removed() {
        return kind == Kind.REMOVED;
    }

    public boolean added() {
        return kind == Kind.ADDED;
    }
}
