package askme.admin;

import askme.session.CurrentMember;
import askme.web.FilterOrder;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.NotFoundException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** For administrators; for everyone else there is nothing here: 404. Stands on the class, so that no method forgets it. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface AdminOnly {

    /** Turns the others away. */
    class Door {

        private final CurrentMember current;

        Door(CurrentMember current) {
            this.current = current;
        }

        @AdminOnly
        @ServerRequestFilter(priority = FilterOrder.ADMIN)
        public void check() {
            if (!current.admin()) {
                throw new NotFoundException();
            }
        }
    }
}
