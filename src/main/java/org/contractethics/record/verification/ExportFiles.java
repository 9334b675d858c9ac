package org.contractethics.record.verification;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.contractethics.record.proof.GivenFile;
import org.contractethics.record.proof.NotProvenException;
import org.jspecify.annotations.Nullable;

/** An export as it was received: a zip, or the folder it was unpacked to. Nothing in it is believed, not even its sizes. */
final class ExportFiles implements AutoCloseable {

    /** 256 entries of the greatest length, and what they commit to, written in Base64. */
    private static final int LONGEST = 2 * 256 * (65_535 + 2);

    private final Path path;
    private final @Nullable ZipFile zip;

    private ExportFiles(Path path, @Nullable ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    static ExportFiles open(Path path) throws IOException, NotProvenException {
        if (Files.isDirectory(path)) {
            return new ExportFiles(path, null);
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        // a pipe or a device would be read for ever
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + " is neither a zip nor a folder");
        }
        ZipFile zip = zip(path);
        try {
            demandEachNameOnce(zip);
        } catch (NotProvenException e) {
            zip.close();
            throw e;
        }
        return new ExportFiles(path, zip);
    }

    private static ZipFile zip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new IOException(path + " is no zip that can be read: " + e.getMessage(), e);
        }
    }

    /** Of two files with one name this program would read the one and another program the other. */
    private static void demandEachNameOnce(ZipFile zip) throws NotProvenException {
        Set<String> seen = new HashSet<>();
        Optional<String> twice = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !seen.add(name))
                .findFirst();
        if (twice.isPresent()) {
            throw new NotProvenException("the zip holds two files " + twice.get());
        }
    }

    byte[] read(String name) throws IOException, NotProvenException {
        try (InputStream in = stream(name)) {
            if (in == null) {
                throw new NotProvenException("the file " + name + " is missing");
            }
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new NotProvenException("the file " + name + " is too long");
            }
            return bytes;
        }
    }

    /** Whether there is such a file. */
    boolean has(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return in != null;
        }
    }

    private @Nullable InputStream stream(String name) throws IOException {
        if (zip == null) {
            Path file = path.resolve(GivenFile.named(name));
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.newInputStream(file) : null;
        }
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : zip.getInputStream(entry);
    }

    /** The names in one folder. */
    List<String> names(String folder) throws IOException {
        String prefix = folder + "/";
        if (zip != null) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
                    .map(name -> name.substring(prefix.length()))
                    .toList();
        }
        Path directory = path.resolve(folder);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The names of all files in a folder and in those inside it. */
    List<String> below(String folder) throws IOException {
        if (zip != null) {
            return names(folder).stream()
                    .filter(name -> !name.endsWith("/"))
                    .map(name -> folder + "/" + name)
                    .toList();
        }
        Path directory = path.resolve(folder);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> path.relativize(file).toString().replace(File.separatorChar, '/'))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
