package askme.avatar;

import askme.member.Busy;
import askme.resilience.Bulkhead;
import askme.resilience.RequestDeadline;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The stored pictures: files outside of the web root, under names that nobody can guess. */
@ApplicationScoped
public class AvatarStore {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.(jpg|png)");
    private static final int NAME_BYTES = 16;

    /** One picture is decoded at a time: the sizes of heap and native memory are measured for one. */
    private static final int CONCURRENCY = 1;

    /** Uploads that wait hold threads that pages need, so the next one is refused. */
    private static final int MOST_WAITING = 2;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final Bulkhead bulkhead;
    private final PictureDecoder decoder = new PictureDecoder(LONGEST_WAIT);

    @Inject
    AvatarStore(AvatarConfig config) {
        this(config, new Bulkhead(CONCURRENCY, MOST_WAITING, LONGEST_WAIT));
    }

    AvatarStore(AvatarConfig config, Bulkhead bulkhead) {
        this.folder = config.uploadsDir().toAbsolutePath().normalize();
        this.bulkhead = bulkhead;
    }

    /** Whether the form brought a file. A browser sends an empty part for an empty field. */
    public static boolean chosen(FileUpload upload) {
        return upload != null && upload.fileName() != null && !upload.fileName().isBlank();
    }

    /**
     * Makes an avatar of the upload, stores it and returns its name.
     *
     * @throws AvatarPicture.Refused if the file cannot be an avatar
     * @throws Busy if too many uploads are converted at the moment
     */
    public String save(FileUpload upload) throws AvatarPicture.Refused {
        if (upload.size() > AvatarPicture.MOST_BYTES) {
            throw new AvatarPicture.Refused(AvatarPicture.Fault.TOO_LARGE, null);
        }
        return RequestDeadline.excluding(() -> bulkhead.call(() -> convert(upload)))
                .orElseThrow(() -> new Busy("avatars"));
    }

    private String convert(FileUpload upload) throws AvatarPicture.Refused {
        try {
            return store(decoder.square(Files.readAllBytes(upload.uploadedFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of that name; empty if it does not exist or the name is not one that this class makes. */
    Optional<Path> find(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(folder.resolve(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Deletes a picture that is no longer shown (null allowed). A failure is only logged. */
    public void remove(String name) {
        if (name != null) {
            find(name).ifPresent(this::delete);
        }
    }

    private String store(AvatarPicture.Encoded picture) throws IOException {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes) + "." + picture.extension();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "upload", ".part");
        Files.write(part, picture.bytes());
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Log.warnf("picture cannot be deleted: %s", e.toString());
        }
    }
}
