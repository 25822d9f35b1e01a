package askme.web.page;

/**
 * The result of posting a form.
 *
 * @param repeated whether the form had arrived before; then {@code post} is the one that exists
 */
public record Posted<T>(T post, boolean repeated) {}
