package askme.picture;

import askme.web.UploadPath;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The address that receives pictures for posts. */
class PictureForm {

    @Produces
    @Singleton
    UploadPath upload() {
        return new UploadPath(PictureLinks.UPLOAD);
    }
}
