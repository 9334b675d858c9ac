package org.contractethics.review.internal.panel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.contractethics.review.internal.panel.Paper.Block;
import org.contractethics.review.internal.panel.Paper.Heading;
import org.contractethics.review.internal.panel.Paper.Items;
import org.contractethics.review.internal.panel.Paper.Table;
import org.contractethics.review.internal.panel.Paper.Text;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Writes a paper as Word file with real heading styles, so that its outline can be read, jumped through and listened to. */
final class WordPaper {

    private static final int LEVELS = 3;
    private static final int LARGEST = 36;
    private static final int STEP = 4;

    private WordPaper() {}

    static byte[] write(Paper paper) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(paper.title());
            document.getProperties().getCoreProperties().setCreator("Contract ethics review");
            styles(document);
            paragraph(document, "Title", paper.title());
            paper.blocks().forEach(block -> add(document, block));
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    private static void styles(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        styles.setSpellingLanguage("en-GB");
        style(styles, "Title", "Title", LARGEST, -1);
        for (int level = 1; level <= LEVELS; level++) {
            style(styles, "Heading" + level, "heading " + level, LARGEST - level * STEP, level - 1);
        }
        style(styles, "ListParagraph", "List Paragraph", 0, -1);
    }

    /** @param outline level in the outline of the document, from 0; below 0 for none */
    private static void style(XWPFStyles styles, String id, String name, int halfPoints, int outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        if (halfPoints > 0) {
            style.addNewRPr().addNewB();
            style.getRPr().addNewSz().setVal(BigInteger.valueOf(halfPoints));
            style.addNewPPr().addNewKeepNext();
        }
        if (outline >= 0) {
            style.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        styles.addStyle(new XWPFStyle(style));
    }

    private static void add(XWPFDocument document, Block block) {
        if (block instanceof Heading heading) {
            paragraph(document, "Heading" + Math.min(heading.level(), LEVELS), heading.text());
        } else if (block instanceof Text text) {
            paragraph(document, null, text.text());
        } else if (block instanceof Items items) {
            items.items().forEach(item -> paragraph(document, "ListParagraph", "– " + item));
        } else if (block instanceof Table table) {
            table(document, table);
        }
    }

    private static void paragraph(XWPFDocument document, @Nullable String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        lines(paragraph.createRun(), text);
    }

    private static void lines(XWPFRun run, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines.get(i), i);
        }
    }

    private static void table(XWPFDocument document, Table table) {
        XWPFTable written =
                document.createTable(table.rows().size() + 1, table.head().size());
        written.setWidth("100%");
        written.getRow(0).setRepeatHeader(true);
        row(written.getRow(0), table.head(), true);
        for (int i = 0; i < table.rows().size(); i++) {
            row(written.getRow(i + 1), table.rows().get(i), false);
        }
        // Word joins two tables that follow each other without a paragraph between them
        document.createParagraph();
    }

    private static void row(XWPFTableRow row, List<String> texts, boolean bold) {
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            XWPFRun run = cell.getParagraphs().get(0).createRun();
            run.setBold(bold);
            lines(run, texts.get(i));
        }
    }
}
