package org.contractethics.record.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file that somebody names to a program: read up to a bound, and what is wrong with it said in words. */
public final class GivenFile {

    private GivenFile() {}

    /** The path of this name; refused where the language settings of the machine cannot spell it. */
    public static Path named(String name) throws IOException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IOException(
                    "the name " + Strict.shortened(name)
                            + " cannot be read in the language settings of this machine: set LC_ALL=C.UTF-8, or name the file in plain letters",
                    e);
        }
    }

    /** All of the file; refused where it is longer, and where it is none that ends: a pipe or a device would be waited for for ever. */
    public static byte[] read(Path file, int longest) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder where a file is expected");
        }
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new IOException(file + " is a pipe or a device where a file is expected");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new IOException(file + " is longer than any such file");
            }
            return bytes;
        }
    }

    /** What went wrong, for people: the system often tells the name of the file and nothing else. */
    public static String words(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (e instanceof FileAlreadyExistsException there) {
            return "there is a file " + there.getFile() + " already";
        }
        if (e instanceof AccessDeniedException closed) {
            return closed.getFile() + " may not be read or written by this user";
        }
        if (e instanceof CharacterCodingException) {
            return "a file is no text in UTF-8";
        }
        return String.valueOf(e.getMessage());
    }
}
