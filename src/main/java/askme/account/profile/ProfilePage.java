package askme.account.profile;

import askme.member.MemberRef;
import askme.web.page.FormErrors;
import io.quarkus.qute.TemplateData;

/**
 * The content of the pages of the profile and of the account.
 *
 * @param hasAvatar whether there is a picture to remove
 */
@TemplateData
record ProfilePage(MemberRef member, ProfileForm form, boolean wantsMail, boolean hasAvatar, FormErrors errors) {}
