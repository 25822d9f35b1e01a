package askme.account.profile;

import askme.account.address.AddressLink;
import askme.account.address.AddressLinks;
import askme.account.address.AddressPurpose;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.MemberProfiles;
import askme.web.Languages;
import askme.web.page.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The pages of the profile and of the account. One address saves the forms of both, so both resources show them. */
@ApplicationScoped
class ProfilePages {

    private final AddressLinks links;
    private final MemberProfiles profiles;

    ProfilePages(AddressLinks links, MemberProfiles profiles) {
        this.links = links;
        this.profiles = profiles;
    }

    /** The stored data of the member, as the forms send it. */
    ProfileForm stored(Member member) {
        return ProfileForm.of(member, profiles.of(member.id));
    }

    @CheckedTemplate(basePath = "account")
    static class Views {

        private Views() {}

        static native TemplateInstance profile(ProfilePage page, List<String> languages, List<String> zones);

        static native TemplateInstance account(ProfilePage page, AddressState address);
    }

    TemplateInstance profile(Member member, ProfileForm form, FormErrors errors) {
        return Views.profile(
                page(member, form, errors),
                Languages.offered().stream().sorted().toList(),
                TimeZones.offered(form.timeZone()));
    }

    TemplateInstance account(Member member, ProfileForm form, FormErrors errors) {
        String pending = links.open(member.id, AddressPurpose.CHANGE)
                .map(AddressLink::email)
                .map(EmailAddress.Check::readable)
                .orElse(null);
        String present = member.email == null ? null : EmailAddress.Check.readable(member.email);
        return Views.account(
                page(member, form, errors), new AddressState(present, member.emailConfirmedAt != null, pending));
    }

    private static ProfilePage page(Member member, ProfileForm form, FormErrors errors) {
        return new ProfilePage(member.ref(), form, form.wantsMail(member.mailAnswers), member.avatar != null, errors);
    }
}
