package askme.realtime;

/**
 * A part of a question's page that updates itself, such as the list of answers. The bean of each part holds everything
 * about that part:
 *
 * <ul>
 *   <li>its kinds of {@link Change}, as records with a {@code @JsonTypeName},
 *   <li>a producer method for each event that changes it, which returns a handler of {@link Publications},
 *   <li>{@link #missed}, for pages that were not connected when a change was published.
 * </ul>
 *
 * A new part needs no change in another class. {@code @Priority} orders the parts in the response to a page.
 */
interface LiveContribution {

    /** The changes that {@code page} may have missed, read in the caller's transaction. */
    Missed missed(OpenPage page);
}
