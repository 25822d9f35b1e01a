package askme.account;

import askme.member.MemberLinks;
import askme.web.UploadPath;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The forms with which a member uploads a picture. */
class AvatarForms {

    @Produces
    @Singleton
    UploadPath signUp() {
        return new UploadPath(MemberLinks.SIGNUP);
    }

    @Produces
    @Singleton
    UploadPath profile() {
        return new UploadPath(MemberLinks.SAVE_PROFILE);
    }
}
