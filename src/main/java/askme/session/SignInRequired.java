package askme.session;

import jakarta.ws.rs.NotAuthorizedException;

/** A guest asked for something that needs a member. The response redirects to the sign-in form; a script receives 401. */
public class SignInRequired extends NotAuthorizedException {

    public SignInRequired() {
        super("Cookie");
    }
}
