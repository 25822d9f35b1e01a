package askme.account.profile;

import askme.member.Member;
import askme.web.page.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of the profile and of the account. One address saves the forms of both, so both resources show them. */
final class ProfilePages {

    private ProfilePages() {}

    @CheckedTemplate(basePath = "account")
    static class Views {

        private Views() {}

        static native TemplateInstance profile(ProfilePage page);

        static native TemplateInstance account(ProfilePage page);
    }

    static TemplateInstance profile(Member member, ProfileForm form, FormErrors errors) {
        return Views.profile(page(member, form, errors));
    }

    static TemplateInstance account(Member member, ProfileForm form, FormErrors errors) {
        return Views.account(page(member, form, errors));
    }

    private static ProfilePage page(Member member, ProfileForm form, FormErrors errors) {
        return new ProfilePage(
                member.ref(), form, form.wantsMail(member.mailAnswers), member.avatar != null, errors);
    }
}
