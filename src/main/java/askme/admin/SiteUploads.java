package askme.admin;

import askme.avatar.AvatarStore;
import askme.look.SitePictures;
import askme.member.MemberMessages;
import askme.picture.decoding.PictureRefused;
import askme.settings.Setting;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.web.LocalizedMessages;
import askme.web.UploadPath;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Stores logo and icon, and removes those that they replace. */
@ApplicationScoped
class SiteUploads {

    private final SitePictures pictures;
    private final SettingsForm form;
    private final Settings settings;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    SiteUploads(SitePictures pictures, SettingsForm form, Settings settings) {
        this.pictures = pictures;
        this.form = form;
        this.settings = settings;
    }

    @FunctionalInterface
    private interface Save {
        String of(FileUpload upload) throws PictureRefused;
    }

    @Produces
    @Singleton
    UploadPath path() {
        return new UploadPath(AdminLinks.settingsPictures());
    }

    /** Stores each picture that is one; {@code errors} say why another was refused. */
    void save(SitePicturesForm typed, long actor, FormErrors errors) {
        save("logo", SettingKeys.LOGO, typed.logo(), typed, pictures::saveLogo, actor, errors);
        save("icon", SettingKeys.ICON, typed.icon(), typed, pictures::saveIcon, actor, errors);
    }

    private void save(
            String name,
            Setting<String> setting,
            FileUpload upload,
            SitePicturesForm typed,
            Save save,
            long actor,
            FormErrors errors) {
        String before = settings.get(setting);
        if (AvatarStore.chosen(upload)) {
            try {
                form.savePicture(setting, save.of(upload), actor);
                pictures.remove(before);
            } catch (PictureRefused e) {
                errors.add(name, message(e));
            }
        } else if (typed.removes(name) && !before.isEmpty()) {
            form.savePicture(setting, "", actor);
            pictures.remove(before);
        }
    }

    private String message(PictureRefused refused) {
        return switch (refused.fault()) {
            case TOO_LARGE -> messages.get().avatar_large();
            case NOT_A_PICTURE -> messages.get().avatar_no_picture();
            case TOO_MANY_PIXELS -> messages.get().avatar_pixels();
        };
    }
}
