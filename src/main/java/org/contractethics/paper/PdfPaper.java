package org.contractethics.paper;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.contractethics.paper.Paper.Block;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.paper.Paper.Chart;
import org.contractethics.paper.Paper.Code;
import org.contractethics.paper.Paper.Heading;
import org.contractethics.paper.Paper.Items;
import org.contractethics.paper.Paper.Table;
import org.contractethics.paper.Paper.Text;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a paper as PDF that is tagged for readers of the screen. The tree of elements is built, never parsed, so no text of a
 * contract becomes markup.
 */
final class PdfPaper {

    private static final String STYLE =
            """
            @page { size: A4; margin: 20mm 18mm 28mm; @bottom-left { content: element(foot) }
              @bottom-right { content: counter(page) " / " counter(pages); font-family: paper; font-size: 8pt; width: 20mm; text-align: right } }
            #foot { position: running(foot); font-size: 6.5pt; line-height: 1.3; color: #333; white-space: pre-line; word-wrap: break-word }
            body { font-family: paper; font-size: 10.5pt; line-height: 1.4; color: #111 }
            h1 { font-size: 18pt; margin: 0 0 8pt } h2 { font-size: 14pt; margin: 14pt 0 4pt } h3 { font-size: 12pt; margin: 10pt 0 3pt }
            h4, h5 { font-size: 11pt; margin: 8pt 0 2pt } h5 { font-style: normal; color: #333 }
            h1, h2, h3, h4, h5 { page-break-after: avoid; font-weight: normal }
            p, li, td { white-space: pre-line; word-wrap: break-word } p { margin: 0 0 5pt }
            table { width: 100%; border-collapse: collapse; margin: 4pt 0 8pt; -fs-table-paginate: paginate }
            th, td { border: 0.6pt solid #666; padding: 3pt 4pt; text-align: left; vertical-align: top; font-weight: normal }
            th { background: #eee } tr { page-break-inside: avoid }
            .n { text-align: right } .short { white-space: nowrap } td.n { white-space: nowrap } .numbers td { word-wrap: normal } .wide { font-size: 7.5pt } .wide th, .wide td { padding: 3pt 2pt }
            img { width: 174mm; margin: 4pt 0 } img.code { width: 46mm; margin: 8pt 0 0 } #front { border-left: 2pt solid #666; padding-left: 8pt; margin: 0 0 10pt } #front p { margin: 0 0 2pt }
            #contents p { margin: 0 0 2pt } #contents .sub { margin-left: 12pt }
            #contents a { color: #111; text-decoration: none } #contents a::after { content: leader('.') target-counter(attr(href), page) }
            """;

    private final Document document;
    private final Element body;
    private int headings;

    private PdfPaper(Paper paper) {
        this.document = empty();
        Element html = append(document, "html");
        html.setAttribute("lang", "en-GB");
        Element head = append(html, "head");
        append(head, "title").setTextContent(paper.title());
        meta(head, "subject", paper.title());
        meta(head, "author", "Contract ethics review");
        append(head, "style").setTextContent(STYLE);
        this.body = append(html, "body");
        if (!paper.foot().isEmpty()) {
            Element foot = append(body, "div");
            foot.setAttribute("id", "foot");
            foot.setTextContent(paper.foot());
        }
        append(body, "h1").setTextContent(paper.title());
        List<Heading> outline = PaperOutline.of(paper);
        bookmarks(head, outline);
        front(paper.front());
        for (int i = 0; i < paper.blocks().size(); i++) {
            if (paper.contentsBefore(i)) {
                contents(outline);
            }
            add(paper.blocks().get(i), KeptTogether.millimetres(paper.blocks(), i));
        }
        Code code = paper.code();
        if (code != null) {
            picture(code.address(), code.told()).setAttribute("class", "code");
            append(body, "p").setTextContent(code.told());
        }
    }

    private void front(List<List<String>> lines) {
        Element written = lines.isEmpty() ? body : append(body, "div");
        for (List<String> line : lines) {
            append(written, "p").setTextContent(String.join(": ", line));
            written.setAttribute("id", "front");
        }
    }

    private void bookmarks(Element head, List<Heading> outline) {
        Element bookmarks = append(head, "bookmarks");
        for (int i = 0; i < outline.size(); i++) {
            Element bookmark = append(bookmarks, "bookmark");
            bookmark.setAttribute("name", outline.get(i).text());
            bookmark.setAttribute("href", "#h" + i);
        }
    }

    private void contents(List<Heading> outline) {
        append(body, "h2").setTextContent("Contents");
        Element contents = append(body, "div");
        contents.setAttribute("id", "contents");
        for (int i = 0; i < outline.size(); i++) {
            Element line = append(contents, "p");
            line.setAttribute("class", outline.get(i).level() > 1 ? "sub" : "main");
            Element link = append(line, "a");
            link.setAttribute("href", "#h" + i);
            link.setAttribute("title", outline.get(i).text());
            link.setTextContent(outline.get(i).text());
        }
    }

    static byte[] write(Paper paper) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                PDDocument document = new PDDocument();
                TrueTypeFont letters = PaperFont.read()) {
            PDFont font = PDType0Font.load(document, letters, true);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withW3cDocument(new PdfPaper(paper).document, null);
            builder.usePDDocument(document);
            builder.useFont(new PDFontSupplier(font), "paper");
            builder.usePdfUaAccessibility(true);
            builder.toStream(bytes);
            builder.run();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java can build a document", e);
        }
    }

    /** @param together how much room the block needs on its page, with what must not part from it */
    private void add(Block block, int together) {
        if (block instanceof Heading heading) {
            Element written = append(body, "h" + (heading.level() + 1));
            written.setAttribute("style", "-fs-page-break-min-height: " + together + "mm");
            written.setTextContent(heading.text());
            if (PaperOutline.lists(heading)) {
                written.setAttribute("id", "h" + headings++);
            }
        } else if (block instanceof Text text) {
            append(body, "p").setTextContent(text.text());
        } else if (block instanceof Items items) {
            Element list = append(body, "ul");
            items.items().forEach(item -> append(list, "li").setTextContent(item));
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Chart chart) {
            var unused = picture(chart.address(), chart.told());
        }
    }

    private Element picture(String address, String told) {
        Element picture = append(body, "img");
        picture.setAttribute("src", address);
        picture.setAttribute("alt", told);
        return picture;
    }

    private void table(Table table) {
        Element written = append(body, "table");
        // hashes and addresses may break anywhere, the words beside numbers may not
        String wide = table.wide() ? " wide" : "";
        written.setAttribute("class", table.numbers() ? "numbers" + wide : "words");
        Set<Integer> narrow = ShortColumns.of(table);
        Element head = append(append(written, "thead"), "tr");
        for (int i = 0; i < table.head().size(); i++) {
            Element cell = cell(table, head, "th", i, narrow);
            cell.setAttribute("scope", "col");
            cell.setTextContent(table.head().get(i));
        }
        Element rows = append(written, "tbody");
        for (List<Cell> row : table.rows()) {
            Element line = append(rows, "tr");
            for (int i = 0; i < row.size(); i++) {
                cell(table, line, "td", i, narrow).setTextContent(row.get(i).text());
            }
        }
    }

    private Element cell(Table table, Element row, String name, int column, Set<Integer> narrow) {
        Element cell = append(row, name);
        if (table.numbers() && column > 0) {
            cell.setAttribute("class", "n");
        } else if (narrow.contains(column)) {
            cell.setAttribute("class", "short");
        }
        return cell;
    }

    private void meta(Element head, String name, String content) {
        Element meta = append(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private Element append(org.w3c.dom.Node parent, String name) {
        Element element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }
}
