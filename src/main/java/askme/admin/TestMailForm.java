package askme.admin;

import askme.markdown.UserInput;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/** The recipient of a test mail. */
@TemplateData
record TestMailForm(
        @RestForm
        @NotBlank(message = "{askme.email.required}")
        @Email(message = "{askme.email.bad}")
        @Size(max = 254, message = "{askme.too-long}")
        String address) {

    TestMailForm {
        address = UserInput.start(address);
    }

    static final TestMailForm EMPTY = new TestMailForm("");
}
