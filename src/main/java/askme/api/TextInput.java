package askme.api;

/**
 * An answer or a comment to post or to change.
 *
 * @param text Markdown
 * @param reason why an answer is changed; may be missing
 */
public record TextInput(String text, String reason) {}
