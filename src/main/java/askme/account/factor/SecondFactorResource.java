package askme.account.factor;

import askme.factor.SecondFactor;
import askme.markdown.UserInput;
import askme.member.MemberLinks;
import askme.member.MemberRef;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.session.StepUp;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Encryption;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** The set-up of the second step: an authenticator app or a passkey, and recovery codes. Works without JavaScript. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SecondFactorResource {

    private static final String FILE = "recovery-codes";

    private final SecondFactor secondFactor;
    private final CurrentMember current;
    private final StepUp stepUp;
    private final Encryption encryption;
    private final LocalizedMessages<FactorMessages> texts = LocalizedMessages.of(FactorMessages.class);

    SecondFactorResource(SecondFactor secondFactor, CurrentMember current, StepUp stepUp, Encryption encryption) {
        this.secondFactor = secondFactor;
        this.current = current;
        this.stepUp = stepUp;
        this.encryption = encryption;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance app(SecondFactor.SetUp setUp, FormErrors errors);

        /** @param sealed the codes for the button that downloads them */
        static native TemplateInstance codes(List<String> codes, String sealed);
    }

    @GET
    @Path(FactorLinks.APP)
    public Response begin() {
        stepUp.require();
        MemberRef me = current.required();
        if (secondFactor.hasApp(me.id())) {
            return Flash.redirect(MemberLinks.security(), texts.get().app_already());
        }
        return Response.ok(Views.app(secondFactor.begin(me.id(), me.nickname()), FormErrors.none()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @BeforeConfirmation
    @Path(FactorLinks.APP)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response finish(@RestForm String sealed, @RestForm String code) {
        stepUp.require();
        MemberRef me = current.required();
        Optional<SecondFactor.SetUp> setUp = secondFactor.again(me.id(), me.nickname(), UserInput.start(sealed));
        if (setUp.isEmpty() || secondFactor.hasApp(me.id())) {
            return Flash.redirect(FactorLinks.app(), texts.get().begin_again());
        }
        String typed = code == null ? "" : UserInput.start(code);
        return secondFactor
                .finish(me.id(), UserInput.start(sealed), typed)
                .map(this::codes)
                .orElseGet(() -> PageResponses.unprocessable(Views.app(
                        setUp.get(), FormErrors.none().add("code", texts.get().code_wrong()))));
    }

    @POST
    @BeforeConfirmation
    @Path(FactorLinks.SECOND_STEP_ON)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response requirePasskey() {
        stepUp.require();
        return secondFactor
                .requirePasskey(current.required().id())
                .map(this::codes)
                .orElseGet(
                        () -> Flash.redirect(MemberLinks.security(), texts.get().second_step_unchanged()));
    }

    @POST
    @BeforeConfirmation
    @Path(FactorLinks.SECOND_STEP_OFF)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response turnOff() {
        stepUp.require();
        secondFactor.remove(current.required().id());
        return Flash.redirect(MemberLinks.security(), texts.get().second_step_off());
    }

    @POST
    @BeforeConfirmation
    @Path(FactorLinks.CODES)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response renew() {
        stepUp.require();
        if (!current.row().secondFactor) {
            return Flash.redirect(MemberLinks.security(), texts.get().second_step_unchanged());
        }
        return codes(secondFactor.renewCodes(current.required().id()));
    }

    /** The codes are in no table and no log: the page has them encrypted, for this button. */
    @POST
    @BeforeConfirmation
    @Path(FactorLinks.CODES_FILE)
    @RateLimited("profile")
    @Produces(MediaType.TEXT_PLAIN)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response download(@RestForm String sealed) {
        long me = current.required().id();
        return encryption
                .decrypt(FILE + " " + me, UserInput.start(sealed))
                .map(codes -> Response.ok(codes)
                        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                        .header("Content-Disposition", "attachment; filename=\"" + FILE + ".txt\"")
                        .header("Cache-Control", "no-store")
                        .build())
                .orElseGet(
                        () -> Flash.redirect(MemberLinks.security(), texts.get().begin_again()));
    }

    private Response codes(List<String> codes) {
        String sealed = encryption.encrypt(FILE + " " + current.required().id(), String.join("\n", codes) + "\n");
        return Response.ok(Views.codes(codes, sealed))
                .header("Cache-Control", "no-store")
                .build();
    }
}
