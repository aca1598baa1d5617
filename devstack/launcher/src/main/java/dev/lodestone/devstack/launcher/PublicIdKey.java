package dev.lodestone.devstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of the members' public ids, made at the first start and kept beside the data, so that the ids stay the same. */
final class PublicIdKey {
    private static final int BYTES = 32;

    private PublicIdKey() {}

    /** The key in Base64. */
    static String of(StateDirectory stateDirectory) {
        Path file = stateDirectory.publicIdKey();
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key of the public ids in " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (FileAlreadyExistsException made) {
            throw new IOException("another launcher makes it at this moment", made);
        }
    }
}
