package askme.admin;

import askme.session.CurrentMember;
import askme.settings.Section;
import askme.settings.Settings;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.security.Audit;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The settings of the site. Each section is a form and is saved separately. */
@Path(AdminLinks.SETTINGS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@AdminOnly
class SettingsResource {

    private final SettingsForm form;
    private final SiteUploads uploads;
    private final Settings settings;
    private final CurrentMember current;
    private final Audit audit;
    private final LocalizedMessages<AdministrationMessages> messages =
            LocalizedMessages.of(AdministrationMessages.class);

    SettingsResource(SettingsForm form, SiteUploads uploads, Settings settings, CurrentMember current, Audit audit) {
        this.form = form;
        this.uploads = uploads;
        this.settings = settings;
        this.current = current;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "admin")
    static class Views {
        static native TemplateInstance settings(List<SettingSection> sections, FormErrors pictures);
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public TemplateInstance show() {
        return Views.settings(form.sections(), FormErrors.none());
    }

    /** Logo and icon. */
    @POST
    @Path(AdminLinks.PICTURES)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response savePictures(@BeanParam SitePicturesForm pictures) {
        FormErrors errors = FormErrors.none();
        long actor = current.required().id();
        uploads.save(pictures, actor, errors);
        settings.refresh();
        if (errors.any()) {
            return PageResponses.unprocessable(Views.settings(form.sections(), errors));
        }
        audit.event("settings-changed", actor);
        return Flash.redirect(
                AdminLinks.settings() + "#" + Section.LOOK.label(),
                messages.get().saved());
    }

    @POST
    @Path("/{section}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestPath String section, MultivaluedMap<String, String> fields) {
        Section saved = Arrays.stream(Section.values())
                .filter(known -> known.label().equals(section))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Map<String, String> typed = SettingsForm.typed(fields);
        FormErrors errors = FormErrors.none();
        long actor = current.required().id();
        form.save(saved, typed, actor, errors);
        if (errors.any()) {
            return PageResponses.unprocessable(Views.settings(form.sections(saved, typed, errors), FormErrors.none()));
        }
        settings.refresh();
        audit.event("settings-changed", actor);
        return Flash.redirect(
                AdminLinks.settings() + "#" + saved.label(), messages.get().saved());
    }
}
