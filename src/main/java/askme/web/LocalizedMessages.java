package askme.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * A message bundle for texts that Java code sends, in the language of the request. Templates choose the language themselves;
 * an injected bundle always has the default language.
 */
public final class LocalizedMessages<T> {

    private final Class<T> bundle;

    private LocalizedMessages(Class<T> bundle) {
        this.bundle = bundle;
    }

    public static <T> LocalizedMessages<T> of(Class<T> bundle) {
        return new LocalizedMessages<>(bundle);
    }

    /** The texts in the reader's language, or in English outside of a request. */
    public T get() {
        return in(language());
    }

    /** The texts in {@code language}, for code that runs outside of a request's context. */
    public T in(Locale language) {
        return Locale.ENGLISH.equals(language)
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.getLanguage()));
    }

    private static Locale language() {
        if (!Arc.container().requestContext().isActive()) {
            return Locale.ENGLISH;
        }
        RoutingContext routing =
                Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        return routing == null ? Locale.ENGLISH : Languages.of(routing.request());
    }
}
