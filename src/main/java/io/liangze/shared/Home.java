package io.liangze.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder where this installation keeps what is its own ({@code LIANGZE_HOME}, default {@code ./data}): database,
 * files, logs. Folders are made when first asked for; nobody but the account that runs the product may enter them.
 */
@Component
public class Home {

    private final Path data;

    @Autowired
    Home(@Value("${liangze.home}") String data) {
        this(Path.of(data));
    }

    public Home(Path data) {
        this.data = made(data.toAbsolutePath().normalize());
    }

    public Path data() {
        return data;
    }

    /** A folder of the home, such as {@code files}. */
    public Path folder(String name) {
        return made(data.resolve(name));
    }

    private static Path made(Path folder) {
        try {
            if (!Files.isDirectory(folder))
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make folder " + folder, e);
        }
    }
}
