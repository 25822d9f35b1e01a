package askme.tag.edit;

import askme.session.Rights;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.tag.Tag;
import askme.tag.TagNames;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tags that only moderators give to a question. A question that has one may keep it. */
@ApplicationScoped
public class ReservedTags {

    private final Settings settings;
    private final LocalizedMessages<TagEditMessages> messages = LocalizedMessages.of(TagEditMessages.class);

    ReservedTags(Settings settings) {
        this.settings = settings;
    }

    /** Adds an error for a tag that the member may not give. {@code before} are the tags of the stored question. */
    public void check(List<String> tags, List<String> before, Rights rights, FormErrors errors) {
        refused(tags, before, rights)
                .ifPresent(name -> errors.add("tags", messages.get().reserved(name)));
    }

    /** Refuses with 403 the tags of an earlier revision that the member may not give. */
    public void require(List<String> tags, List<String> before, Rights rights) {
        refused(tags, before, rights).ifPresent(name -> {
            throw new ProblemException(403, "reserved-tag", messages.get().reserved(name));
        });
    }

    private Optional<String> refused(List<String> tags, List<String> before, Rights rights) {
        List<String> names = settings.get(SettingKeys.RESERVED_TAGS);
        if (names.isEmpty() || rights.mayManageTags()) {
            return Optional.empty();
        }
        Set<String> reserved = new HashSet<>();
        names.forEach(name -> reserved.add(TagNames.canonical(name)));
        return tags.stream()
                .map(name -> Tag.named(name).map(tag -> tag.name).orElse(name))
                .filter(name -> reserved.contains(name) && !before.contains(name))
                .findFirst();
    }
}
