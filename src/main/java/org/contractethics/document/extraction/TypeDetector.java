package org.contractethics.document.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Tells what a file is by its first bytes and, for containers, by what they contain. The name plays no part. */
public final class TypeDetector {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final List<DocumentType> OPEN_DOCUMENTS =
            List.of(DocumentType.ODT, DocumentType.ODS, DocumentType.ODP);

    /**
     * @param type null where it is none of the kinds that can be contract documents
     * @param mediaType as detected
     */
    public record Detected(@Nullable DocumentType type, String mediaType) {

        static Detected of(DocumentType type) {
            return new Detected(type, type.mediaType());
        }
    }

    private final Detector magic = MimeTypes.getDefaultMimeTypes();

    public Detected detect(Path file) throws IOException {
        String mediaType = byFirstBytes(file);
        return switch (mediaType) {
            case "application/pdf" -> Detected.of(DocumentType.PDF);
            case "application/x-tika-ooxml", "application/zip" -> insideZip(file, mediaType);
            case "application/rtf" -> Detected.of(DocumentType.RTF);
            case "text/html", "application/xhtml+xml" -> Detected.of(DocumentType.HTML);
            case "text/plain" -> Detected.of(DocumentType.TXT);
            case "message/rfc822" -> Detected.of(DocumentType.EML);
            case "application/mbox" -> Detected.of(DocumentType.MBOX);
            case "application/vnd.ms-outlook" -> Detected.of(DocumentType.MSG);
            case "application/x-tika-msoffice" -> insideCompoundFile(file, mediaType);
            case "application/msword", "application/msword2", "application/msword5" -> Detected.of(DocumentType.DOC);
            case "application/vnd.ms-excel" -> Detected.of(DocumentType.XLS);
            case "application/vnd.ms-powerpoint" -> Detected.of(DocumentType.PPT);
            default -> byFamily(mediaType);
        };
    }

    private static Detected byFamily(String mediaType) {
        if (mediaType.startsWith("application/vnd.ms-excel.sheet.")) {
            return Detected.of(DocumentType.XLS);
        }
        for (DocumentType open : OPEN_DOCUMENTS) {
            if (mediaType.equals(open.mediaType()) || mediaType.equals(open.mediaType() + "-template")) {
                return Detected.of(open);
            }
        }
        return new Detected(null, mediaType);
    }

    private String byFirstBytes(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            return magic.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private static Detected insideZip(Path file, String mediaType) {
        try (OfficePackage office = OfficePackage.open(file, new Budget(TIME))) {
            String main = office.mainPart().map(office::contentType).orElse("").toLowerCase(Locale.ROOT);
            DocumentType type = byMainPart(main);
            return type == null ? new Detected(null, mediaType) : Detected.of(type);
        } catch (IOException | RuntimeException e) {
            return damagedOffice(file, mediaType);
        }
    }

    /** A torn Office file is still one: it is kept and said to be damaged. Any other ZIP is an archive of documents. */
    private static Detected damagedOffice(Path file, String mediaType) {
        if (mediaType.equals("application/zip")) {
            DocumentType open = byMimetypeEntry(file);
            return Detected.of(open == null ? DocumentType.ZIP : open);
        }
        DocumentType guess = byEntryNames(file);
        return guess == null ? new Detected(null, mediaType) : Detected.of(guess);
    }

    /** OpenDocument files whose first entry is another than the rule says. */
    private static @Nullable DocumentType byMimetypeEntry(Path file) {
        try (OfficePackage bare = OfficePackage.openBare(file, new Budget(TIME));
                InputStream in = bare.stream("mimetype")) {
            return byFamily(new String(in.readNBytes(200), StandardCharsets.US_ASCII).strip())
                    .type();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable DocumentType byEntryNames(Path file) {
        String names = beginning(file);
        if (names.contains("xl/")) {
            return DocumentType.XLSX;
        }
        return names.contains("ppt/") ? DocumentType.PPTX : names.contains("word/") ? DocumentType.DOCX : null;
    }

    private static String beginning(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1024 * 1024), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static @Nullable DocumentType byMainPart(String contentType) {
        if (contentType.contains("sheet.binary")) {
            return DocumentType.XLSB;
        }
        if (contentType.contains("wordprocessingml") || contentType.contains("ms-word")) {
            return DocumentType.DOCX;
        }
        if (contentType.contains("spreadsheetml") || contentType.contains("ms-excel")) {
            return DocumentType.XLSX;
        }
        boolean slides = contentType.contains("presentationml") || contentType.contains("ms-powerpoint");
        return slides ? DocumentType.PPTX : null;
    }

    private static Detected insideCompoundFile(Path file, String mediaType) {
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true)) {
            DocumentType type = byStreams(compound.getRoot());
            return type == null ? new Detected(null, mediaType) : Detected.of(type);
        } catch (IOException | RuntimeException e) {
            DocumentType guess = byStreamNames(file);
            return guess == null ? new Detected(null, mediaType) : Detected.of(guess);
        }
    }

    private static @Nullable DocumentType byStreamNames(Path file) {
        String names = beginning(file).replace("\0", "");
        if (names.contains("WordDocument")) {
            return DocumentType.DOC;
        }
        if (names.contains("__properties_version1.0")) {
            return DocumentType.MSG;
        }
        return names.contains("Workbook")
                ? DocumentType.XLS
                : names.contains("PowerPoint Document") ? DocumentType.PPT : null;
    }

    private static @Nullable DocumentType byStreams(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            return DocumentType.PROTECTED_OFFICE;
        }
        if (root.hasEntryCaseInsensitive("__properties_version1.0")) {
            return DocumentType.MSG;
        }
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            return DocumentType.DOC;
        }
        if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
            return DocumentType.XLS;
        }
        return root.hasEntryCaseInsensitive("PowerPoint Document")
                        || root.hasEntryCaseInsensitive("PP97_DUALSTORAGE")
                        || root.hasEntryCaseInsensitive("PP40")
                ? DocumentType.PPT
                : null;
    }
}
