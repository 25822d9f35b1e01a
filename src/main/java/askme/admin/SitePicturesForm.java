package askme.admin;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * The form for logo and icon.
 *
 * @param logo may be null
 * @param icon may be null
 * @param remove the names of the pictures to remove; may be null
 */
record SitePicturesForm(
        @RestForm FileUpload logo,
        @RestForm FileUpload icon,
        @RestForm List<String> remove) {

    boolean removes(String name) {
        return remove != null && remove.contains(name);
    }
}
