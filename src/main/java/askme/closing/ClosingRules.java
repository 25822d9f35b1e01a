package askme.closing;

import askme.markdown.UserInput;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of closing, and the reason that a form names. */
@ApplicationScoped
class ClosingRules {

    private static final Set<String> STANDARD =
            Set.of(CloseReason.DUPLICATE, CloseReason.OFF_TOPIC, CloseReason.UNCLEAR);

    private final Settings settings;
    private final Duplicates duplicates;
    private final LocalizedMessages<ClosingMessages> messages = LocalizedMessages.of(ClosingMessages.class);

    ClosingRules(Settings settings, Duplicates duplicates) {
        this.settings = settings;
        this.duplicates = duplicates;
    }

    /** The votes that close or reopen a question. */
    int votes() {
        return settings.get(SettingKeys.CLOSE_VOTES);
    }

    /** The reasons of the site itself. */
    List<String> reasons() {
        return settings.get(SettingKeys.CLOSE_REASONS);
    }

    /** The reason for question {@code id}; incomplete, with an error beside the field, if the form has none. */
    CloseReason reason(long id, CloseForm form, FormErrors errors) {
        if (form.reason().equals(CloseReason.DUPLICATE)) {
            return CloseReason.duplicate(other(id, form, errors));
        }
        if (STANDARD.contains(form.reason())) {
            return new CloseReason(form.reason(), null, null);
        }
        Optional<String> own = reasons().stream()
                .filter(reason -> UserInput.line(reason).equals(form.reason()))
                .findFirst();
        if (own.isEmpty()) {
            errors.add("reason", messages.get().reason_required());
        }
        return new CloseReason(CloseReason.OWN, own.orElse(null), null);
    }

    /** The number of the other question; 0 with an error beside the field if it does not exist. */
    private long other(long id, CloseForm form, FormErrors errors) {
        Optional<Long> typed = duplicates.typed(form.of());
        if (typed.isEmpty()) {
            errors.add("of", messages.get().of_required());
            return 0;
        }
        if (typed.get() == id) {
            errors.add("of", messages.get().of_itself());
            return 0;
        }
        Optional<Long> end = duplicates.end(typed.get());
        if (end.isEmpty()) {
            errors.add("of", messages.get().of_unknown());
        } else if (end.get() == id) {
            errors.add("of", messages.get().of_circle());
        }
        return end.orElse(0L);
    }
}
