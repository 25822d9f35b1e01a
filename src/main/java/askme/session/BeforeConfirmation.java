package askme.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request that members may send before they have confirmed their address. {@link ConfirmationFilter} refuses all other requests
 * that change something, except those of guests' forms.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BeforeConfirmation {}
