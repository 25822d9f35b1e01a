package askme.review;

import askme.markdown.UserInput;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that takes a suggested edit.
 *
 * @param version the {@link askme.web.page.EditVersion} of the post that the member saw
 * @param seen the suggestion that the member saw, see {@link askme.suggestion.Suggestion#seen}
 */
public record TakeForm(@RestForm String version, @RestForm String seen) {

    public TakeForm {
        version = UserInput.start(version);
        seen = UserInput.start(seen);
    }
}
