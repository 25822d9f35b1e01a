package askme.web.ratelimit;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that one person may call only so often: {@code @RateLimited("ask")} obeys {@code askme.limits.rates.ask}. Counted
 * for the member, or for the network address of a guest; over it, the answer is 429 with {@code Retry-After}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimited {

    /** The name of the rate. */
    String value();
}
