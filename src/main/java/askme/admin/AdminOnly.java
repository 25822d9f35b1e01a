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

/** Only administrators can use this resource; other people get 404. Annotate the class, so that no method is left out. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface AdminOnly {

    /** Refuses the requests of other people. */
    class Filter {

        private final CurrentMember current;

        Filter(CurrentMember current) {
            this.current = current;
        }

        @AdminOnly
        @ServerRequestFilter(priority = FilterOrder.ADMIN)
        public void check() {
            if (!current.rights().mayOperate()) {
                throw new NotFoundException();
            }
        }
    }
}
