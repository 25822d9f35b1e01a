package askme.member;

import jakarta.ws.rs.NotAuthorizedException;

/** A guest asked for what only members may do; answered by a redirect to the sign-in form, or 401 to a script. */
public class SignInRequired extends NotAuthorizedException {

    SignInRequired() {
        super("Cookie");
    }
}
