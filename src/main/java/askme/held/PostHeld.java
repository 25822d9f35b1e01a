package askme.held;

/** The post that a member sent waits for a moderator. The response leads to its page; a script receives a problem with status 202. */
public class PostHeld extends RuntimeException {

    private final long id;

    PostHeld(long id) {
        super("held post " + id, null, false, false); // it becomes a response
        this.id = id;
    }

    /** The id of the held post. */
    public long id() {
        return id;
    }
}
