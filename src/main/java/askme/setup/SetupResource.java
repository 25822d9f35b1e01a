package askme.setup;

import askme.account.FirstAdministrator;
import askme.joining.FirstRun;
import askme.look.Look;
import askme.settings.InvalidValue;
import askme.settings.Setting;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.settings.SettingsStore;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.PageContext;
import askme.web.ratelimit.RateLimited;
import askme.web.security.GuestForm;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The page with which a new site begins: it names the site and makes the first administrator. */
@Path(SetupLinks.SETUP)
@Produces(MediaType.TEXT_HTML)
@Blocking
class SetupResource {

    private static final String ADMINISTRATION = "/admin/";

    private final FirstRun firstRun;
    private final FirstAdministrator administrator;
    private final Settings settings;
    private final SettingsStore store;
    private final Look look;
    private final FormValidator validator;
    private final PageContext context;
    private final LocalizedMessages<SetupMessages> messages = LocalizedMessages.of(SetupMessages.class);

    SetupResource(
            FirstRun firstRun,
            FirstAdministrator administrator,
            Settings settings,
            SettingsStore store,
            Look look,
            FormValidator validator,
            PageContext context) {
        this.firstRun = firstRun;
        this.administrator = administrator;
        this.settings = settings;
        this.store = store;
        this.look = look;
        this.validator = validator;
        this.context = context;
    }

    @CheckedTemplate(basePath = "setup")
    static class Views {
        static native TemplateInstance setup(String token, SetupForm form, FormErrors errors, String stylesheet);
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public TemplateInstance show(@RestPath String token) {
        requireOpen(token);
        SetupForm form = SetupForm.empty(look.name(), context.language(), look.colour());
        return Views.setup(token, form, FormErrors.none(), null);
    }

    @POST
    @GuestForm
    @RateLimited("sign-up")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response begin(@RestPath String token, @BeanParam SetupForm form) {
        requireOpen(token);
        FormErrors errors = FormErrors.none();
        Map<Setting<String>, String> chosen = chosen(form, errors);
        String stylesheet = errors.of("colour") == null ? Look.stylesheetOf(chosen.get(SettingKeys.COLOUR)) : null;
        if (form.preview() != null) {
            return Response.ok(Views.setup(token, form, errors, stylesheet))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        FormErrors all = validator.of(form);
        errors.fields().forEach(field -> all.add(field, errors.of(field)));
        administrator.check(form.email(), form.nickname(), form.password(), form.passwordAgain(), all);
        if (!all.any()
                && administrator.make(
                        token,
                        form.email(),
                        form.nickname(),
                        form.password(),
                        member -> chosen.forEach((setting, value) -> store.store(setting, "", value, member)),
                        all)) {
            settings.refresh();
            return Flash.redirect(ADMINISTRATION, messages.get().done());
        }
        if (!all.any()) {
            throw new NotFoundException(); // somebody else was faster
        }
        return PageResponses.unprocessable(Views.setup(token, form, all, stylesheet));
    }

    private void requireOpen(String token) {
        if (!firstRun.isOpen(token)) {
            throw new NotFoundException();
        }
    }

    /** The settings that were typed and that no environment variable gives. */
    private Map<Setting<String>, String> chosen(SetupForm form, FormErrors errors) {
        Map<Setting<String>, String> chosen = new LinkedHashMap<>();
        choose(SettingKeys.NAME, "site", form.site(), messages.get().wrong_name(), chosen, errors);
        choose(
                SettingKeys.DEFAULT_LANGUAGE,
                "language",
                form.language(),
                messages.get().wrong_language(),
                chosen,
                errors);
        choose(SettingKeys.COLOUR, "colour", form.colour(), messages.get().wrong_colour(), chosen, errors);
        chosen.keySet().removeIf(setting -> settings.source(setting).isPresent());
        return chosen;
    }

    private static void choose(
            Setting<String> setting,
            String field,
            String typed,
            String error,
            Map<Setting<String>, String> chosen,
            FormErrors errors) {
        try {
            chosen.put(setting, setting.normalized(typed));
        } catch (InvalidValue e) {
            errors.add(field, error);
        }
    }
}
