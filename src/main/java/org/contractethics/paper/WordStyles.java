package org.contractethics.paper;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a Word file, by the names under which Word itself knows them. */
final class WordStyles {

    /** Headings that have a style of their own. */
    static final int LEVELS = 3;

    private static final int LARGEST = 36;
    private static final int STEP = 4;
    private static final int TABLE = 18;
    private static final int WIDE_TABLE = 13;
    private static final int FOOT = 14;

    private WordStyles() {}

    static void add(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        styles.setSpellingLanguage("en-GB");
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii("Liberation Sans");
        fonts.setHAnsi("Liberation Sans");
        fonts.setCs("Liberation Sans");
        styles.setDefaultFonts(fonts);
        heading(styles, "Title", "Title", LARGEST, -1);
        for (int level = 1; level <= LEVELS; level++) {
            heading(styles, "Heading" + level, "heading " + level, LARGEST - level * STEP, level - 1);
            styles.addStyle(new XWPFStyle(style("TOC" + level, "toc " + level)));
        }
        styles.addStyle(new XWPFStyle(style("ListParagraph", "List Paragraph")));
        sized(styles, "TableText", "Table Text", TABLE);
        sized(styles, "WideTableText", "Wide Table Text", WIDE_TABLE);
        sized(styles, "Footer", "footer", FOOT);
    }

    /** @param outline level in the outline of the document, from 0; below 0 for none */
    private static void heading(XWPFStyles styles, String id, String name, int halfPoints, int outline) {
        CTStyle style = style(id, name);
        style.addNewRPr().addNewB();
        style.getRPr().addNewSz().setVal(BigInteger.valueOf(halfPoints));
        style.addNewPPr().addNewKeepNext();
        var spacing = style.getPPr().addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(200));
        spacing.setAfter(BigInteger.valueOf(80));
        if (outline >= 0) {
            style.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        styles.addStyle(new XWPFStyle(style));
    }

    private static void sized(XWPFStyles styles, String id, String name, int halfPoints) {
        CTStyle style = style(id, name);
        style.addNewRPr().addNewSz().setVal(BigInteger.valueOf(halfPoints));
        styles.addStyle(new XWPFStyle(style));
    }

    private static CTStyle style(String id, String name) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        return style;
    }
}
