package org.contractethics.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.contractethics.paper.Paper.Block;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.paper.Paper.Chart;
import org.contractethics.paper.Paper.Code;
import org.contractethics.paper.Paper.Heading;
import org.contractethics.paper.Paper.Items;
import org.contractethics.paper.Paper.Table;
import org.contractethics.paper.Paper.Text;
import org.jspecify.annotations.Nullable;

/** Writes a paper as Word file with real heading styles, so that its outline can be read, jumped through and listened to. */
final class WordPaper {

    private static final String HEAD_SHADE = "E5E7EB";
    private static final double PICTURE_POINTS = 490;
    private static final double CODE_POINTS = 130;

    private final XWPFDocument document;
    private final WordFields fields;

    private WordPaper(XWPFDocument document) {
        this.document = document;
        this.fields = new WordFields(document);
    }

    static byte[] write(Paper paper) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new WordPaper(document).add(paper);
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    private void add(Paper paper) {
        document.getProperties().getCoreProperties().setTitle(paper.title());
        document.getProperties().getCoreProperties().setCreator("Contract ethics review");
        WordStyles.add(document);
        paragraph("Title", paper.title());
        paper.front().forEach(line -> paragraph(null, String.join(": ", line)));
        for (int i = 0; i < paper.blocks().size(); i++) {
            if (paper.contentsBefore(i)) {
                fields.contents(PaperOutline.of(paper));
            }
            add(paper.blocks(), i);
        }
        Code code = paper.code();
        if (code != null) {
            picture(code.png(), "code.png", CODE_POINTS, 1, "QR code", code.told());
            paragraph(null, code.told());
        }
        fields.page(paper.foot());
    }

    /** A heading stays with what follows by its style, and so do words with the table that they introduce. */
    private void add(List<Block> blocks, int at) {
        Block block = blocks.get(at);
        if (block instanceof Heading heading) {
            XWPFParagraph written = paragraph("Heading" + Math.min(heading.level(), WordStyles.LEVELS), heading.text());
            if (PaperOutline.lists(heading)) {
                fields.mark(written);
            }
        } else if (block instanceof Text text) {
            boolean introduces = at + 1 < blocks.size() && blocks.get(at + 1) instanceof Table;
            words(text.text(), introduces);
        } else if (block instanceof Items items) {
            items.items().forEach(item -> paragraph("ListParagraph", "– " + item));
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Chart chart) {
            picture(
                    chart.png(),
                    "chart.png",
                    PICTURE_POINTS,
                    ChartPicture.proportion(chart),
                    chart.title(),
                    chart.told());
        }
    }

    private XWPFParagraph paragraph(@Nullable String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        lines(paragraph.createRun(), text);
        return paragraph;
    }

    /** @param introduces whether they stay on the page of what follows */
    private void words(String text, boolean introduces) {
        XWPFParagraph written = paragraph(null, text);
        if (introduces) {
            // POI sets what is kept on properties that are there only
            written.getCTP().addNewPPr();
            written.setKeepNext(true);
        }
    }

    static void lines(XWPFRun run, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines.get(i), i);
        }
    }

    /** Programs that read a document aloud tell the words of the picture where they are named on the drawing. */
    private void picture(byte[] png, String name, double wide, double proportion, String title, String told) {
        XWPFRun run = document.createParagraph().createRun();
        try (ByteArrayInputStream picture = new ByteArrayInputStream(png)) {
            run.addPicture(picture, PictureType.PNG, name, Units.toEMU(wide), Units.toEMU(wide * proportion));
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("a picture in memory cannot fail", e);
        }
        var drawing = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
        drawing.setDescr(told);
        drawing.setTitle(title);
    }

    private void table(Table table) {
        XWPFTable written =
                document.createTable(table.rows().size() + 1, table.head().size());
        written.setWidth("100%");
        written.getRow(0).setRepeatHeader(true);
        written.getRow(0).getTableCells().forEach(cell -> cell.setColor(HEAD_SHADE));
        row(written.getRow(0), table, table.head(), true);
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> texts = table.rows().get(i).stream().map(Cell::text).toList();
            row(written.getRow(i + 1), table, texts, false);
        }
        WordColumns.fit(written, table);
        // Word joins two tables that follow each other without a paragraph between them
        document.createParagraph();
    }

    private static void row(XWPFTableRow row, Table table, List<String> texts, boolean bold) {
        row.setCantSplitRow(true);
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            paragraph.setStyle(table.wide() ? "WideTableText" : "TableText");
            // LibreOffice loses every row of a table whose head alone still stood on the page before
            paragraph.setKeepNext(bold);
            if (table.numbers() && i > 0) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
            XWPFRun run = paragraph.createRun();
            run.setBold(bold);
            lines(run, texts.get(i));
        }
    }
}
