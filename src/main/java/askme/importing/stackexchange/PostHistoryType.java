package askme.importing.stackexchange;

/** The kinds of rows in {@code PostHistory.xml} that the import uses. */
enum PostHistoryType {
    TITLE(1, 4, 7),
    BODY(2, 5, 8),
    TAGS(3, 6, 9);

    static final int CLOSED = 10;
    static final int REOPENED = 11;
    static final int DELETED = 12;
    static final int UNDELETED = 13;
    private static final int FIRST_EDIT = 4;
    private static final int LAST_ROLLBACK = 9;

    private final int initial;
    private final int edit;
    private final int rollback;

    PostHistoryType(int initial, int edit, int rollback) {
        this.initial = initial;
        this.edit = edit;
        this.rollback = rollback;
    }

    boolean is(int type) {
        return type == initial || type == edit || type == rollback;
    }

    /** Whether the row holds a part of a post's text. */
    static boolean isText(int type) {
        return type >= 1 && type <= LAST_ROLLBACK;
    }

    /** Whether the row changes a post that existed. */
    static boolean isEdit(int type) {
        return type >= FIRST_EDIT && type <= LAST_ROLLBACK;
    }
}
