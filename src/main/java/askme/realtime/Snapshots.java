package askme.realtime;

import askme.session.MemberGlobals;
import askme.web.Languages;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hibernate.Session;

/** Reads the state of a part of the page as it is now, in the shape in which it is published. */
@ApplicationScoped
class Snapshots {

    /** A separate statement, the first of its transaction: everything read after it is at least as new. */
    static final String NOW = "SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED) AS state";

    private final Session hibernate;

    Snapshots(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** Reads the state that {@code event} changed. */
    @FunctionalInterface
    interface Reader<E> {

        /**
         * The state now; empty if there is nothing to publish.
         *
         * @param asOf when it is read, in microseconds since 1970
         */
        Optional<Change> read(E event, long asOf);
    }

    /** Runs {@code reader} in one transaction. */
    @Transactional
    <E> Optional<Change> read(E event, Reader<E> reader) {
        return reader.read(event, now());
    }

    /** The time in microseconds since 1970 by the database's clock, which all workers share. */
    long now() {
        return hibernate
                .createNativeQuery(NOW, Long.class)
                .addScalar("state", Long.class)
                .getSingleResult();
    }

    /** The HTML of {@code view} by language, as guests see it even if a member sent the request. */
    static Map<String, String> html(Supplier<TemplateInstance> view) {
        return html(view, Languages.TRANSLATED);
    }

    /** The HTML of {@code view} in these languages. */
    static Map<String, String> html(Supplier<TemplateInstance> view, Set<String> languages) {
        Map<String, String> html = new TreeMap<>();
        for (String language : languages) {
            Locale locale = Locale.forLanguageTag(language);
            html.put(
                    language,
                    MemberGlobals.asGuest(() -> view.get().setLocale(locale).render()));
        }
        return html;
    }
}
