package askme.revision;

import askme.markdown.UserInput;
import askme.web.page.EditVersion;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that restores a revision.
 *
 * @param version the {@link EditVersion} of the post that the member saw
 */
public record RestoreForm(@RestForm String version) {

    public RestoreForm {
        version = UserInput.start(version);
    }
}
