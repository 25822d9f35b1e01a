package askme.admin;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/** The recipient of a test mail. */
record TestMailForm(
        @RestForm @NotBlank @Email @Size(max = 254) String address) {

    static final TestMailForm EMPTY = new TestMailForm("");
}
