package askme.setup;

import askme.markdown.UserInput;
import askme.member.EmailAddress;
import askme.member.Nickname;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form of the first run.
 *
 * @param language the default language of the site
 * @param colour such as {@code #0a6079}
 * @param preview not null if the form is only to show the name and the colour
 */
@TemplateData
record SetupForm(
        @RestForm String site,
        @RestForm String language,
        @RestForm String colour,

        @RestForm
        @NotBlank(message = "{askme.email.required}")
        @EmailAddress
        @Size(max = 254, message = "{askme.too-long}")
        String email,

        @RestForm @Nickname String nickname,
        @RestForm String password,
        @RestForm String passwordAgain,
        @RestForm String preview) {

    SetupForm {
        site = text(site);
        language = text(language);
        colour = text(colour);
        email = UserInput.start(email);
        nickname = UserInput.start(nickname);
        password = UserInput.start(password);
        passwordAgain = UserInput.start(passwordAgain);
        preview = UserInput.start(preview);
    }

    private static String text(String typed) {
        String start = UserInput.start(typed);
        return start == null ? "" : start;
    }

    static SetupForm empty(String site, String language, String colour) {
        return new SetupForm(site, language, colour, "", "", "", "", null);
    }
}
