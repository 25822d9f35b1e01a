package askme.avatar;

import askme.member.Busy;
import askme.picture.decoding.PictureDecoder;
import askme.picture.decoding.PictureFile;
import askme.picture.decoding.PictureRefused;
import askme.picture.storage.PictureStorage;
import askme.picture.storage.RandomName;
import askme.picture.storage.StorageUnavailable;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The stored avatars, under names that nobody can guess. */
@ApplicationScoped
public class AvatarStore {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.(jpg|png)");

    private final PictureStorage storage;
    private final PictureDecoder decoder;

    AvatarStore(PictureStorage storage, PictureDecoder decoder) {
        this.storage = storage;
        this.decoder = decoder;
    }

    /** Whether the form brought a file. A browser sends an empty part for an empty field. */
    public static boolean chosen(FileUpload upload) {
        return upload != null && upload.fileName() != null && !upload.fileName().isBlank();
    }

    /**
     * Makes an avatar of the upload, stores it and returns its name.
     *
     * @throws PictureRefused if the file cannot be an avatar
     * @throws Busy if too many uploads are converted at the moment
     * @throws StorageUnavailable if it cannot be stored now
     */
    public String save(FileUpload upload) throws PictureRefused {
        if (upload.size() > AvatarPicture.MOST_BYTES) {
            throw new PictureRefused(PictureRefused.Fault.TOO_LARGE, null);
        }
        PictureFile avatar = decoder.convert(upload.uploadedFile(), AvatarPicture::square);
        String name = RandomName.next() + "." + avatar.extension();
        storage.save(name, avatar.bytes());
        return name;
    }

    /** The file of that name; empty if it does not exist or the name is not one that this class makes. */
    Optional<Path> find(String name) {
        return NAME.matcher(name).matches() ? storage.find(name) : Optional.empty();
    }

    /** Deletes a picture that is no longer shown (null allowed). A failure is only logged. */
    public void remove(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            return;
        }
        try {
            storage.remove(name);
        } catch (StorageUnavailable e) {
            Log.warnf("avatar %s stays in the storage: %s", name, e.getMessage());
        }
    }
}
