package askme.question;

/** The lists of questions. Each exists for the whole site and for each tag, and has a feed. */
public enum Listing {
    NEWEST("/"),
    ACTIVE("/active/"),
    UNANSWERED("/unanswered/"),
    HOT("/hot/");

    /** The address of the list for the whole site. */
    public final String path;

    Listing(String path) {
        this.path = path;
    }

    /** The address of the list with this tag; without a tag if it is empty. */
    public String path(String tag) {
        return QuestionLinks.tagged(path, tag);
    }
}
