package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** ZIP: every file inside is a document of its own; the archive itself says only their names. */
final class ArchiveReader implements FormatReader {

    private static final int MAX_ENTRIES = 10_000;

    @Override
    public void read(Path file, Draft draft) throws IOException {
        try (ZipSecureFile zip = new ZipSecureFile(file.toFile())) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            check(entries);
            for (ZipArchiveEntry entry : entries) {
                if (!entry.isDirectory() && !isLitter(entry.getName())) {
                    draft.plain("file names").add(entry.getName(), null);
                    add(zip, entry, draft);
                }
            }
        }
    }

    /** A name that leads out of the folder it is unpacked in is an attack, not a mistake. */
    private static void check(List<ZipArchiveEntry> entries) throws IOException {
        if (entries.size() > MAX_ENTRIES) {
            throw new LimitHitException("entries");
        }
        boolean all = !entries.isEmpty();
        for (ZipArchiveEntry entry : entries) {
            if (escapes(entry.getName())) {
                throw new HostileFileException("path outside of the archive");
            }
            all &= entry.getGeneralPurposeBit().usesEncryption();
        }
        if (all) {
            throw new LockedFileException("every entry");
        }
    }

    private static boolean escapes(String name) {
        String plain = name.replace('\\', '/');
        return plain.startsWith("/")
                || plain.matches("^[A-Za-z]:.*")
                || List.of(plain.split("/", -1)).contains("..");
    }

    /** What file managers leave behind. */
    private static boolean isLitter(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }

    private static void add(ZipSecureFile zip, ZipArchiveEntry entry, Draft draft) throws IOException {
        String name = entry.getName();
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            draft.embedded().notRead(name, "protected by a password");
        } else if (!zip.canReadEntryData(entry)) {
            draft.embedded().notRead(name, "packed in a way that cannot be read");
        } else {
            try (InputStream in = zip.getInputStream(entry)) {
                draft.embedded().add(name, in);
            } catch (IOException e) {
                if (Failures.reason(e) == UnreadableReason.HOSTILE) {
                    throw e;
                }
                draft.embedded().notRead(name, "damaged");
            }
        }
    }
}
