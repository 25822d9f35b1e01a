package askme.account.confirmation;

import askme.account.AccountMessages;
import askme.account.PasswordReset;
import askme.account.address.AddressLink;
import askme.account.address.AddressLinks;
import askme.account.address.AddressPaths;
import askme.account.address.AddressPurpose;
import askme.account.address.Addresses;
import askme.database.NewTransaction;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.waiting.WaitingLinks;
import askme.waiting.WaitingMessages;
import askme.waiting.WaitingPosts;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.ratelimit.RateLimited;
import askme.web.security.GuestForm;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The page behind a link that was mailed to an address, on any device, and the button that sends the link again. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ConfirmationResource {

    private final AddressLinks links;
    private final Addresses addresses;
    private final Confirmations confirmations;
    private final WaitingPosts waiting;
    private final PasswordReset resets;
    private final CurrentMember current;
    private final LocalizedMessages<AccountMessages> messages = LocalizedMessages.of(AccountMessages.class);
    private final LocalizedMessages<WaitingMessages> waitingMessages = LocalizedMessages.of(WaitingMessages.class);

    ConfirmationResource(
            AddressLinks links,
            Addresses addresses,
            Confirmations confirmations,
            WaitingPosts waiting,
            PasswordReset resets,
            CurrentMember current) {
        this.links = links;
        this.addresses = addresses;
        this.confirmations = confirmations;
        this.waiting = waiting;
        this.resets = resets;
        this.current = current;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance confirm(ConfirmationPage page);

        static native TemplateInstance linkEnded();
    }

    /** Changes nothing, as mail scanners follow every link. */
    @GET
    @Path(AddressPaths.LINK)
    public Response show(@RestPath String token) {
        return links.find(token)
                .map(link -> secret(Response.ok(Views.confirm(page(token, link, null)))))
                .orElseGet(ConfirmationResource::ended);
    }

    @POST
    @Path(AddressPaths.LINK)
    @GuestForm
    @RateLimited("password-reset")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response use(@RestPath String token) {
        Optional<AddressLink> link = links.find(token);
        if (link.isEmpty()) {
            return ended();
        }
        FormErrors errors = FormErrors.none();
        Optional<WaitingPosts.Posted> posted = confirmations.use(link.get(), errors);
        if (errors.any()) {
            TemplateInstance page = Views.confirm(page(token, link.get(), errors.of("email")));
            return secret(Response.fromResponse(PageResponses.unprocessable(page)));
        }
        return posted.map(done -> done(link.get(), done)).orElseGet(ConfirmationResource::ended);
    }

    private Response done(AddressLink link, WaitingPosts.Posted posted) {
        boolean signedIn = current.idOrZero() == link.memberId();
        if (link.purpose() == AddressPurpose.UNDO) {
            String next = resets.pathFor(link.memberId()).orElseGet(MemberLinks::login);
            return Flash.redirect(next, messages.get().address_back());
        }
        if (posted.refused() > 0) {
            String text = waitingMessages.get().some_refused(posted.refused());
            return Flash.redirect(WaitingLinks.waitingPosts(), text);
        }
        String text = posted.posted() > 0
                ? messages.get().confirmed() + " " + waitingMessages.get().posted(posted.posted())
                : messages.get().confirmed();
        return Flash.redirect(signedIn ? MemberLinks.account() : MemberLinks.login(), text);
    }

    /** Sends the link to the present address again, or for the first time if it was not required. */
    @POST
    @Path(AddressPaths.SEND_AGAIN)
    @BeforeConfirmation
    @RateLimited("password-reset")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response sendAgain() {
        long id = current.required().id();
        boolean sent = NewTransaction.call(() -> addresses.sendConfirmation(Member.lockById(id)));
        String text = sent ? messages.get().confirmation_sent() : messages.get().too_many_mails();
        return Flash.redirect(MemberLinks.account(), text);
    }

    private ConfirmationPage page(String token, AddressLink link, String error) {
        Member member = Member.findById(link.memberId());
        int posts =
                link.purpose() == AddressPurpose.CONFIRM ? waiting.of(member.id).size() : 0;
        return new ConfirmationPage(
                token, link.purpose(), member.nickname, EmailAddress.Check.readable(link.email()), posts, error);
    }

    private static Response ended() {
        return secret(Response.fromResponse(PageResponses.unprocessable(Views.linkEnded()))
                .status(404));
    }

    /** The page's address works like a password, so no cache may keep it. Referrer-Policy hides it from other sites. */
    private static Response secret(Response.ResponseBuilder page) {
        return page.header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
