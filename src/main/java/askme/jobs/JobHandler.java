package askme.jobs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the jobs of a {@link Handler} or of a {@link PeriodicTask} are named and queued. Outbox rows and queued jobs store it. */
@Inherited // CDI wraps beans in subclasses
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface JobHandler {

    /** The stable name, such as {@code mail-new-answer}. */
    String name();

    /** The queue in which the jobs wait; one of {@link Queues}. */
    String queue();

    /** The version of the event that the class writes and reads; a job of a later version waits for a newer worker. */
    int version() default 1;
}
