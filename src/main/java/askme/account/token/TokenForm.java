package askme.account.token;

import askme.markdown.UserInput;
import askme.session.TokenScope;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form for a new token. Each scope is a check box.
 *
 * @param name helps the member to know the token again, one line
 */
@TemplateData
record TokenForm(
        @RestForm
        @NotBlank(message = "{askme.token.name-required}")
        @CodePointLength(max = TokenForm.LONGEST_NAME, message = "{askme.too-long}")
        String name,

        @RestForm String read,
        @RestForm String write,
        @RestForm String moderate) {

    static final int LONGEST_NAME = 60;

    TokenForm {
        name = name == null ? "" : UserInput.line(name);
        read = ticked(read);
        write = ticked(write);
        moderate = ticked(moderate);
    }

    /** Null if the box is empty. The text that a program sends for it does not matter. */
    private static String ticked(String box) {
        return box == null ? null : "on";
    }

    /** The first form: a token that only reads. */
    static TokenForm empty() {
        return new TokenForm("", "on", null, null);
    }

    Set<TokenScope> scopes() {
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        add(scopes, TokenScope.READ, read);
        add(scopes, TokenScope.WRITE, write);
        add(scopes, TokenScope.MODERATE, moderate);
        return scopes;
    }

    private static void add(Set<TokenScope> scopes, TokenScope scope, String box) {
        if (box != null) {
            scopes.add(scope);
        }
    }

    @AssertTrue(message = "{askme.token.scope-required}")
    boolean isScope() {
        return !scopes().isEmpty();
    }
}
