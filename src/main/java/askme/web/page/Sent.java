package askme.web.page;

/** The result of sending a post: by a form or by the API. */
public sealed interface Sent<T> {

    /**
     * It was added.
     *
     * @param repeated whether it had arrived before; then {@code post} is the one that exists
     */
    record Added<T>(T post, boolean repeated) implements Sent<T> {}

    /** It waits until its author confirms the address. */
    record Waits<T>() implements Sent<T> {}

    /** Nothing was stored. */
    record Refused<T>(FormErrors errors) implements Sent<T> {}
}
