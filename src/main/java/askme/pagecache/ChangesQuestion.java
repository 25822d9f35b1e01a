package askme.pagecache;

/** An event after which the page of a question shows something else. */
public interface ChangesQuestion {

    /** The question whose page changes. */
    long questionId();
}
