package askme.account;

import askme.avatar.AvatarStore;
import askme.member.MemberMessages;
import askme.picture.decoding.PictureRefused;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Stores the picture that a form brings. */
@ApplicationScoped
public class AvatarUpload {

    private final AvatarStore avatars;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    AvatarUpload(AvatarStore avatars) {
        this.avatars = avatars;
    }

    /**
     * Stores the uploaded picture.
     *
     * @param upload may be null
     * @return the picture's name; null if no file came or {@code errors} say why it was refused
     */
    public String save(FileUpload upload, FormErrors errors) {
        if (!AvatarStore.chosen(upload)) {
            return null;
        }
        try {
            return avatars.save(upload);
        } catch (PictureRefused e) {
            errors.add(
                    "avatar",
                    switch (e.fault()) {
                        case TOO_LARGE -> messages.get().avatar_large();
                        case NOT_A_PICTURE -> messages.get().avatar_no_picture();
                        case TOO_MANY_PIXELS -> messages.get().avatar_pixels();
                    });
            return null;
        }
    }

    /** Deletes a picture that is no longer shown; null is allowed. */
    public void remove(String name) {
        avatars.remove(name);
    }
}
