package askme.avatar;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The uploaded pictures: files outside of the web root under names that cannot be guessed. */
@ApplicationScoped
public class AvatarStore {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.(jpg|png)");
    private static final int NAME_BYTES = 16;

    /** Decoding may take 100 MB for a moment. */
    private static final int AT_A_TIME = 2;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final Path folder;

    AvatarStore(AvatarConfig config) {
        folder = config.uploadsDir().toAbsolutePath().normalize();
    }

    /** Whether the form brought a file at all: a browser sends an empty part for an empty field. */
    public static boolean chosen(FileUpload upload) {
        return upload != null && upload.fileName() != null && !upload.fileName().isBlank();
    }

    /** Makes an avatar of the upload, stores it and returns its name. */
    public String save(FileUpload upload) throws AvatarPicture.Refused {
        if (upload.size() > AvatarPicture.MOST_BYTES) {
            throw new AvatarPicture.Refused(AvatarPicture.Fault.TOO_LARGE, null);
        }
        turns.acquireUninterruptibly();
        try {
            byte[] file = Files.readAllBytes(upload.uploadedFile());
            if (PictureType.of(file)
                    .filter(type -> !type.named(upload.fileName()))
                    .isPresent()) {
                throw new AvatarPicture.Refused(AvatarPicture.Fault.MISNAMED, null);
            }
            return store(AvatarPicture.square(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turns.release();
        }
    }

    /** The file of that name, or empty where there is none; asks the disk for nothing but names of ours. */
    Optional<Path> find(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(folder.resolve(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Removes the picture (null allowed) that nobody shows any more. */
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
        Path half = Files.createTempFile(folder, "upload", ".part");
        Files.write(half, picture.bytes());
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Log.warnf("picture cannot be removed: %s", e.toString());
        }
    }
}
