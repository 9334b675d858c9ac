package org.contractethics.document.cleaning;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Small files with a name planted wherever a program would put one. */
public final class PlantedFiles {

    public static final String AUTHOR = "CANARY_AUTH";

    private PlantedFiles() {}

    public static byte[] docx() throws IOException {
        return zip(Map.of(
                "[Content_Types].xml", "<Types/>",
                "docProps/core.xml",
                        "<p><creator>" + AUTHOR + "</creator><lastModifiedBy>" + AUTHOR + "2</lastModifiedBy></p>",
                "docProps/app.xml", "<Properties><Company>" + AUTHOR + " Inc</Company></Properties>",
                "word/comments.xml",
                        "<w:comments xmlns:w='w'><w:comment w:author='" + AUTHOR
                                + "3'><w:t>gone</w:t></w:comment></w:comments>",
                "word/people.xml", "<w:people xmlns:w='w'><w:person w:author='" + AUTHOR + "4'/></w:people>",
                "customXml/item1.xml", "<x>" + AUTHOR + "</x>",
                "word/document.xml",
                        "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>What is seen.</w:t></w:r>"
                                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>HIDDEN</w:t></w:r>"
                                + "<w:del w:author='" + AUTHOR + "5'><w:r><w:delText>DELETED</w:delText></w:r></w:del>"
                                + "<w:ins w:author='" + AUTHOR
                                + "5'><w:r><w:t> Added.</w:t></w:r></w:ins></w:p></w:body></w:document>"));
    }

    static byte[] xlsx() throws IOException {
        return zip(Map.of(
                "xl/workbook.xml",
                        "<workbook xmlns:r='r'><sheets><sheet name='Shown' r:id='rId1'/>"
                                + "<sheet name='Secret' state='hidden' r:id='rId2'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                        "<R><Relationship Id='rId1' Target='worksheets/sheet1.xml'/>"
                                + "<Relationship Id='rId2' Target='worksheets/sheet2.xml'/></R>",
                "xl/sharedStrings.xml", "<sst><si><t>Agency</t></si><si><t>HIDDEN</t></si></sst>",
                "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row><c t='s'><v>0</v></c><c><f>1+1</f><v>2</v></c></row>"
                                + "<row hidden='1'><c t='s'><v>1</v></c></row></sheetData></worksheet>",
                "xl/worksheets/sheet2.xml",
                        "<worksheet><sheetData><row><c t='s'><v>1</v></c></row></sheetData></worksheet>"));
    }

    static byte[] pptx() throws IOException {
        return zip(Map.of(
                "ppt/presentation.xml", "<p/>",
                "ppt/slides/slide1.xml", "<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:t>On the slide</a:t></a:p></p:sld>",
                "ppt/slides/slide2.xml",
                        "<p:sld xmlns:p='p' xmlns:a='a' show='0'><a:p><a:t>HIDDEN</a:t></a:p></p:sld>"));
    }

    static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Some kilobytes that unpack to more than any file may hold. */
    static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 120; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    static byte[] pdf(boolean locked) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A6);
            pdf.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(pdf, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(20, 200);
                text.showText("What is seen");
                text.endText();
            }
            pdf.getDocumentInformation().setAuthor(AUTHOR);
            PDAnnotationText note = new PDAnnotationText();
            note.setTitlePopup(AUTHOR + "2");
            note.setContents("HIDDEN");
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            page.setAnnotations(new ArrayList<>(List.of(note)));
            if (locked) {
                pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] hugePage() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage(new PDRectangle(4_000_000_000f, 4_000_000_000f)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Red above, blue below; its camera says it was held to the left, its program says who took it, and bytes follow its end. */
    static byte[] jpeg() throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 20; y++) {
                image.setRGB(x, y, (y < 10 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        byte[] pixels = plain.toByteArray();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(pixels, 0, 2);
        segment(bytes, 0xE1, exif());
        segment(bytes, 0xFE, (AUTHOR + " comment").getBytes(StandardCharsets.US_ASCII));
        bytes.write(pixels, 2, pixels.length - 2);
        bytes.writeBytes((AUTHOR + " behind").getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static void segment(ByteArrayOutputStream bytes, int marker, byte[] content) {
        bytes.write(0xFF);
        bytes.write(marker);
        bytes.write((content.length + 2) >> 8);
        bytes.write((content.length + 2) & 0xFF);
        bytes.writeBytes(content);
    }

    /** 52 degrees north, 13 degrees east, at byte 62 of the Exif data. */
    private static byte[] place() {
        ByteArrayOutputStream gps = new ByteArrayOutputStream();
        gps.writeBytes(new byte[] {0, 4});
        gps.writeBytes(new byte[] {0, 1, 0, 2, 0, 0, 0, 2, 'N', 0, 0, 0});
        gps.writeBytes(new byte[] {0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 116});
        gps.writeBytes(new byte[] {0, 3, 0, 2, 0, 0, 0, 2, 'E', 0, 0, 0});
        gps.writeBytes(new byte[] {0, 4, 0, 5, 0, 0, 0, 3, 0, 0, 0, (byte) 140});
        gps.writeBytes(new byte[4]);
        for (int degrees : new int[] {52, 13}) {
            gps.writeBytes(new byte[] {0, 0, 0, (byte) degrees, 0, 0, 0, 1});
            gps.writeBytes(new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1});
        }
        return gps.toByteArray();
    }

    /** Exif with three entries: turned by a quarter (6), an artist, and a place. */
    private static byte[] exif() {
        byte[] artist = (AUTHOR + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0MM\0*\0\0\0\u0008".getBytes(StandardCharsets.ISO_8859_1));
        exif.writeBytes(new byte[] {0, 3});
        exif.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0});
        exif.writeBytes(new byte[] {0x01, 0x3B, 0, 2, 0, 0, 0, (byte) artist.length, 0, 0, 0, 50});
        exif.writeBytes(new byte[] {(byte) 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 62});
        exif.writeBytes(new byte[] {0, 0, 0, 0});
        exif.writeBytes(artist);
        exif.writeBytes(place());
        return exif.toByteArray();
    }

    /** A header that promises 65,535 by 65,535 points. */
    static byte[] boast() throws IOException {
        byte[] jpeg = jpeg();
        for (int i = 0; i < jpeg.length - 9; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                for (int at = i + 5; at < i + 9; at++) {
                    jpeg[at] = (byte) 0xFF;
                }
            }
        }
        return jpeg;
    }
}
