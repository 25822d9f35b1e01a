package askme.admin;

import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.security.Audit;
import askme.webhook.Deliveries;
import askme.webhook.DeliveryLine;
import askme.webhook.Endpoint;
import askme.webhook.Endpoints;
import askme.webhook.WebhookKind;
import askme.webhook.WebhookMessages;
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
import java.util.List;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The receivers of webhooks and their deliveries. A secret is shown once. */
@Path(AdminLinks.WEBHOOKS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@AdminOnly
class WebhooksResource {

    private static final int CREATED = 201;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final FormValidator validator;
    private final CurrentMember current;
    private final Audit audit;
    private final LocalizedMessages<WebhookMessages> messages = LocalizedMessages.of(WebhookMessages.class);

    WebhooksResource(
            Endpoints endpoints, Deliveries deliveries, FormValidator validator, CurrentMember current, Audit audit) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.validator = validator;
        this.current = current;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "admin")
    static class Views {
        static native TemplateInstance webhooks(
                List<Endpoint> endpoints,
                List<WebhookKind> kinds,
                WebhookForm form,
                FormErrors errors,
                Endpoints.Added added);

        static native TemplateInstance webhook(
                Endpoint endpoint,
                List<WebhookKind> kinds,
                FormErrors errors,
                List<DeliveryLine> deliveries,
                boolean onlyDead);
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public TemplateInstance list() {
        return page(WebhookForm.EMPTY, FormErrors.none(), null);
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response add(@BeanParam WebhookForm form) {
        FormErrors errors = validator.of(form);
        if (!endpoints.accepts(form.url())) {
            errors.add("url", messages.get().url_refused());
        } else if (endpoints.list().size() >= Endpoints.MOST) {
            errors.add("url", messages.get().too_many(Endpoints.MOST));
        }
        checkKinds(form, errors);
        if (errors.any()) {
            return PageResponses.unprocessable(page(form, errors, null));
        }
        Endpoints.Added added = endpoints.add(form.url(), form.chosen());
        audit.event("webhook-added", current.required().id());
        return Response.status(CREATED)
                .entity(page(WebhookForm.EMPTY, FormErrors.none(), added))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/{id}")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public TemplateInstance show(@RestPath long id, @RestQuery String only) {
        return page(require(id), FormErrors.none(), "dead".equals(only));
    }

    @POST
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response change(@RestPath long id, @BeanParam WebhookForm form) {
        Endpoint endpoint = require(id);
        FormErrors errors = validator.of(form);
        checkKinds(form, errors);
        if (errors.any()) {
            return PageResponses.unprocessable(page(endpoint, errors, false));
        }
        endpoints.change(id, form.chosen(), "on".equals(form.active()));
        audit.event("webhook-changed", current.required().id());
        return Flash.redirect(AdminLinks.webhook(id), messages.get().saved());
    }

    @POST
    @Path("/{id}/test")
    public Response test(@RestPath long id) {
        require(id);
        deliveries.test(id);
        return Flash.redirect(AdminLinks.webhook(id), messages.get().test_ordered());
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@RestPath long id) {
        endpoints.remove(id);
        audit.event("webhook-removed", current.required().id());
        return Flash.redirect(AdminLinks.webhooks(), messages.get().removed());
    }

    @POST
    @Path("/{id}/deliveries/{delivery}/again")
    public Response again(@RestPath long id, @RestPath long delivery) {
        require(id);
        boolean done = deliveries.again(id, delivery);
        return Flash.redirect(
                AdminLinks.webhook(id),
                done ? messages.get().ordered_again() : messages.get().waits_already());
    }

    private void checkKinds(WebhookForm form, FormErrors errors) {
        if (form.chosen().isEmpty()) {
            errors.add("kinds", messages.get().kinds_missing());
        }
    }

    private TemplateInstance page(WebhookForm form, FormErrors errors, Endpoints.Added added) {
        return Views.webhooks(endpoints.list(), WebhookKind.CHOICES, form, errors, added);
    }

    private TemplateInstance page(Endpoint endpoint, FormErrors errors, boolean onlyDead) {
        return Views.webhook(endpoint, WebhookKind.CHOICES, errors, deliveries.last(endpoint.id(), onlyDead), onlyDead);
    }

    private Endpoint require(long id) {
        return endpoints.find(id).orElseThrow(NotFoundException::new);
    }
}
