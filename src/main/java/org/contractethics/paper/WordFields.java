package org.contractethics.paper;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.contractethics.paper.Paper.Heading;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** What Word works out by itself: the table of contents, the numbers of the pages, the size of the paper. */
final class WordFields {

    private static final int TWIPS_PER_MM = 57;
    private static final String MARK = "_Toc";

    private final XWPFDocument document;
    private int marks;

    WordFields(XWPFDocument document) {
        this.document = document;
    }

    /**
     * A table of contents that is complete as it is written: it names no pages, which only the program that shows it knows, so
     * nobody is asked to bring it up to date.
     */
    void contents(List<Heading> outline) {
        if (outline.isEmpty()) {
            return;
        }
        XWPFParagraph title = document.createParagraph();
        title.setStyle("TableText");
        title.createRun().setText("Contents");
        title.getRuns().get(0).setBold(true);
        for (int i = 0; i < outline.size(); i++) {
            XWPFParagraph line = document.createParagraph();
            line.setStyle("TOC" + outline.get(i).level());
            line.setIndentationLeft((outline.get(i).level() - 1) * 240);
            if (i == 0) {
                begin(line, "TOC \\o \"1-2\" \\h \\n \\z \\u");
            }
            CTHyperlink link = line.getCTP().addNewHyperlink();
            link.setAnchor(MARK + i);
            link.addNewR().addNewT().setStringValue(outline.get(i).text());
            if (i == outline.size() - 1) {
                character(line.createRun(), STFldCharType.END);
            }
        }
    }

    /** Lets the table of contents lead to this heading. */
    void mark(XWPFParagraph heading) {
        CTBookmark start = heading.getCTP().insertNewBookmarkStart(0);
        start.setId(BigInteger.valueOf(marks));
        start.setName(MARK + marks);
        heading.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(marks));
        marks++;
    }

    /** A4, with these lines and the number of the page at the foot of each. */
    void page(String foot) {
        CTSectPr section = document.getDocument().getBody().isSetSectPr()
                ? document.getDocument().getBody().getSectPr()
                : document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(210L * TWIPS_PER_MM));
        size.setH(BigInteger.valueOf(297L * TWIPS_PER_MM));
        CTPageMar margin = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(18L * TWIPS_PER_MM));
        margin.setRight(BigInteger.valueOf(18L * TWIPS_PER_MM));
        margin.setTop(BigInteger.valueOf(20L * TWIPS_PER_MM));
        margin.setBottom(BigInteger.valueOf((foot.contains("\n") ? 34L : 22L) * TWIPS_PER_MM));
        XWPFParagraph line = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setStyle("Footer");
        WordPaper.lines(
                line.createRun(), foot.isEmpty() ? "Page " : foot + (foot.contains("\n") ? "\nPage " : "  ·  Page "));
        number(line, "PAGE");
        line.createRun().setText(" of ");
        number(line, "NUMPAGES");
    }

    private static void number(XWPFParagraph line, String what) {
        begin(line, what);
        line.createRun().setText("1");
        character(line.createRun(), STFldCharType.END);
    }

    private static void begin(XWPFParagraph line, String instruction) {
        character(line.createRun(), STFldCharType.BEGIN);
        line.createRun().getCTR().addNewInstrText().setStringValue(instruction);
        character(line.createRun(), STFldCharType.SEPARATE);
    }

    private static void character(XWPFRun run, STFldCharType.Enum type) {
        run.getCTR().addNewFldChar().setFldCharType(type);
    }
}
