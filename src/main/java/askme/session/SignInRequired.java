package askme.session;

import jakarta.ws.rs.NotAuthorizedException;

/** A guest asked for what only members may do; answered by a redirect to the sign-in form, or 401 to a script. */
public class SignInRequired extends NotAuthorizedException {

    public SignInRequired() {
        super("Cookie");
    }
}
