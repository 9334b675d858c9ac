package org.contractethics.document.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Sha256;

/** An upload on its way in: in a temporary file only this process can read, counted and hashed while it was written. */
final class StagedFile implements Closeable {

    static final long MAX_BYTES = 50L * 1024 * 1024;

    private final Path path;
    private final long bytes;
    private final String sha256;

    private StagedFile(Path path, long bytes, String sha256) {
        this.path = path;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    static StagedFile of(InputStream content) throws IOException {
        Path path = Files.createTempFile("document", ".upload");
        try {
            MessageDigest digest = Sha256.digest();
            long bytes = copy(content, path, digest);
            return new StagedFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static long copy(InputStream content, Path path, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > MAX_BYTES) {
                    throw Refused.invalid(
                            "The file is larger than 50 MB. Split it, or save it with smaller pictures, and upload it"
                                    + " again.");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    Path path() {
        return path;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
