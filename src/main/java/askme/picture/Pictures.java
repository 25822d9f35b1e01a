package askme.picture;

import askme.markdown.PictureAddress;
import askme.member.Busy;
import askme.picture.decoding.PictureDecoder;
import askme.picture.decoding.PictureRefused;
import askme.picture.storage.PictureStorage;
import askme.picture.storage.RandomName;
import askme.picture.storage.StorageUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Adds pictures and removes unused ones. The row of a picture exists before its files and until after them. */
@ApplicationScoped
class Pictures {

    private final PictureDecoder decoder;
    private final PictureStorage storage;
    private final PictureTable table;

    Pictures(PictureDecoder decoder, PictureStorage storage, PictureTable table) {
        this.decoder = decoder;
        this.storage = storage;
        this.table = table;
    }

    /**
     * Draws the uploaded picture again and stores it. Empty if {@code member} has uploaded too much today.
     *
     * @throws PictureRefused if the file is no picture, or one that costs too much
     * @throws Busy if too many uploads are converted at the moment
     * @throws StorageUnavailable if it cannot be stored now
     */
    Optional<PictureAddress> add(FileUpload upload, long member) throws PictureRefused {
        if (upload.size() > PostPicture.MOST_BYTES) {
            throw new PictureRefused(PictureRefused.Fault.TOO_LARGE, null);
        }
        if (!table.permits(member, upload.size())) {
            return Optional.empty();
        }
        PostPicture picture = decoder.convert(upload.uploadedFile(), file -> PostPicture.of(file, RandomName.next()));
        if (!table.add(picture.address(), member, upload.size())) {
            return Optional.empty();
        }
        store(picture);
        return Optional.of(picture.address());
    }

    private void store(PostPicture picture) {
        PictureAddress address = picture.address();
        try {
            if (address.hasSmall()) {
                storage.save(address.smallName(), picture.small().bytes());
            }
            storage.save(address.name(), picture.full().bytes());
        } catch (StorageUnavailable e) {
            table.delete(address.name());
            throw e;
        }
    }

    /** Removes the picture if no text names it. Returns false if a text does, or if not all texts are read yet. */
    boolean removeUnused(String name) {
        if (table.check(name) != PictureTable.Check.UNUSED) {
            return false;
        }
        PictureAddress.ofName(name).filter(PictureAddress::hasSmall).ifPresent(p -> storage.remove(p.smallName()));
        storage.remove(name);
        table.delete(name);
        return true;
    }
}
