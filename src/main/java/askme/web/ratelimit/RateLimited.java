package askme.web.ratelimit;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how often one person may call a method: {@code @RateLimited("ask")} uses the limit {@code askme.limits.rates.ask}.
 * Calls are counted by member, or by the network address of a guest. Above the limit the response is 429 with
 * {@code Retry-After}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimited {

    /** The name of the limit. */
    String value();
}
