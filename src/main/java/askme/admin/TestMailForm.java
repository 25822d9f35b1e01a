package askme.admin;

import askme.markdown.UserInput;
import askme.member.EmailAddress;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/** The recipient of a test mail. */
@TemplateData
record TestMailForm(
        @RestForm
        @NotBlank(message = "{askme.email.required}")
        @EmailAddress
        @Size(max = 254, message = "{askme.too-long}")
        String address) {

    TestMailForm {
        address = UserInput.start(address);
    }

    static final TestMailForm EMPTY = new TestMailForm("");
}
