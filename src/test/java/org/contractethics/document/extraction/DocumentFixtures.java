package org.contractethics.document.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;

/** Small documents of every kind, made as they are needed. */
public final class DocumentFixtures {

    private static final String WORD_NAMESPACES =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                    + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                    + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MAIN_DOCUMENT =
            "<Relationship Id=\"r1\" Type=\"" + RELATIONS + "officeDocument\" Target=\"word/document.xml\"/>";

    private DocumentFixtures() {}

    /** A contract of two provisions, one paragraph each. */
    public static byte[] aContract() {
        return docx(
                "1. Data processing. The Contractor shall process Agency data in the government region only.",
                "2. Permitted use. The Agency may use the Record Matching Service to handle applications.");
    }

    public static byte[] docx(String... paragraphs) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Word file with exactly this XML in its body, and these further parts (name to XML). */
    public static byte[] wordXml(String body, Map<String, String> parts) {
        return wordXml(body, parts, Map.of());
    }

    /** The same with these entries (name to bytes), which take the place of others. */
    static byte[] wordXml(String body, Map<String, String> parts, Map<String, byte[]> more) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            types.append(
                    "<Override PartName=\"/word/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml\"/>"
                            .formatted(part.getKey(), part.getKey()));
            relations.append("<Relationship Id=\"r-%s\" Type=\"%s\" Target=\"%s.xml\"/>"
                    .formatted(part.getKey(), RELATIONS + part.getKey(), part.getKey()));
            String xml = "<w:%s %s>%s</w:%s>".formatted(part.getKey(), WORD_NAMESPACES, part.getValue(), part.getKey());
            entries.put("word/" + part.getKey() + ".xml", utf8(xml));
        }
        entries.put("[Content_Types].xml", utf8(contentTypes(types.toString())));
        entries.put("_rels/.rels", utf8(relations(MAIN_DOCUMENT)));
        entries.put("word/_rels/document.xml.rels", utf8(relations(relations.toString())));
        entries.put(
                "word/document.xml",
                utf8("<w:document " + WORD_NAMESPACES + "><w:body>" + body + "</w:body></w:document>"));
        entries.putAll(more);
        return zip(entries);
    }

    private static String contentTypes(String overrides) {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                + overrides + "</Types>";
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // content types first, as every Office program writes them
            for (String name : entries.keySet().stream().sorted().toList()) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(entries.getOrDefault(name, new byte[0]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An archive whose one entry says of itself that it is encrypted. */
    public static byte[] encryptedZip(String name) {
        byte[] zip = zip(Map.of(name, aContract()));
        for (int i = 0; i + 4 <= zip.length; i++) {
            boolean header = zip[i] == 'P' && zip[i + 1] == 'K';
            if (header && zip[i + 2] == 3 && zip[i + 3] == 4) {
                zip[i + 6] |= 1;
            } else if (header && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    /** A Word file of some kilobytes that unpacks to this many megabytes. */
    public static byte[] bomb(int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(utf8(contentTypes("")));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(utf8(relations(MAIN_DOCUMENT)));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] blanks = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) {
                zip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] protectedDocx(String password) {
        try (POIFSFileSystem envelope = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream inside = encryptor.getDataStream(envelope)) {
                inside.write(aContract());
            }
            envelope.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One page for each list of lines; an empty list makes a page without text. */
    public static byte[] pdf(List<List<String>> pages) {
        try (PDDocument pdf = pdfDocument(pages);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of one line, in a file that has a title. */
    public static byte[] pdfWithTitle(String line, String title) {
        try (PDDocument pdf = pdfDocument(List.of(List.of(line)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.getDocumentInformation().setTitle(title);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of one line, with a file attached to the document. */
    public static byte[] pdfWithAttachment(String line, String name, byte[] content) {
        return pdfWithAttachment(line, name, content, null);
    }

    /** The same, but nobody knows how to unpack what is attached. */
    static byte[] pdfWithDamagedAttachment(String line, String name) {
        return pdfWithAttachment(line, name, new byte[100], COSName.getPDFName("NoSuchFilter"));
    }

    private static byte[] pdfWithAttachment(String line, String name, byte[] content, @Nullable COSName filter) {
        try (PDDocument pdf = pdfDocument(List.of(List.of(line)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(name);
            PDEmbeddedFile embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream(content));
            if (filter != null) {
                embedded.getCOSObject().setItem(COSName.FILTER, filter);
            }
            file.setEmbeddedFile(embedded);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(name, file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            pdf.getDocumentCatalog().setNames(names);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] protectedPdf(String password) {
        try (PDDocument pdf = pdfDocument(List.of(List.of("Secret terms")));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy(password, password, new AccessPermission());
            policy.setEncryptionKeyLength(40);
            pdf.protect(policy);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocument pdfDocument(List<List<String>> pages) throws IOException {
        PDDocument pdf = new PDDocument();
        for (List<String> lines : pages) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.newLineAtOffset(72, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLineAtOffset(0, line.isEmpty() ? -30 : -14);
                }
                content.endText();
            }
        }
        return pdf;
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "made", ".bin"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test document in a folder where it may leave files beside it. */
    static Path copy(Path folder, String resource) {
        try {
            return write(folder, Files.readAllBytes(resource(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        return Path.of("src/test/resources/document", name);
    }

    private static byte[] utf8(String text) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8);
    }
}
