package org.contractethics.review.internal.panel;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.contractethics.review.internal.panel.Paper.Block;
import org.contractethics.review.internal.panel.Paper.Heading;
import org.contractethics.review.internal.panel.Paper.Items;
import org.contractethics.review.internal.panel.Paper.Table;
import org.contractethics.review.internal.panel.Paper.Text;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a paper as PDF that is tagged for readers of the screen. The tree of elements is built, never parsed, so no text of a
 * contract becomes markup.
 */
final class PdfPaper {

    /** The one font that comes with PDFBox; it has to be embedded to be read everywhere. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE =
            """
            @page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: paper; font-size: 9pt } }
            body { font-family: paper; font-size: 10.5pt; line-height: 1.4; color: #111 }
            h1 { font-size: 18pt; margin: 0 0 8pt } h2 { font-size: 14pt; margin: 14pt 0 4pt } h3 { font-size: 12pt; margin: 10pt 0 3pt }
            h4, h5 { font-size: 11pt; margin: 8pt 0 2pt } h5 { font-style: normal; color: #333 }
            h1, h2, h3, h4, h5 { page-break-after: avoid; font-weight: normal }
            p, li, td { white-space: pre-line; word-wrap: break-word } p { margin: 0 0 5pt }
            table { width: 100%; border-collapse: collapse; margin: 4pt 0 8pt; -fs-table-paginate: paginate }
            th, td { border: 0.6pt solid #666; padding: 3pt 4pt; text-align: left; vertical-align: top; font-weight: normal }
            th { background: #eee } tr { page-break-inside: avoid }
            """;

    private final Document document;
    private final Element body;

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
        append(body, "h1").setTextContent(paper.title());
        paper.blocks().forEach(this::add);
    }

    static byte[] write(Paper paper) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withW3cDocument(new PdfPaper(paper).document, null);
            builder.useFont(PdfPaper::font, "paper");
            builder.usePdfUaAccessibility(true);
            builder.toStream(bytes);
            builder.run();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PdfPaper.class.getResourceAsStream(FONT), FONT);
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java can build a document", e);
        }
    }

    private void add(Block block) {
        if (block instanceof Heading heading) {
            append(body, "h" + (heading.level() + 1)).setTextContent(heading.text());
        } else if (block instanceof Text text) {
            append(body, "p").setTextContent(text.text());
        } else if (block instanceof Items items) {
            Element list = append(body, "ul");
            items.items().forEach(item -> append(list, "li").setTextContent(item));
        } else if (block instanceof Table table) {
            table(table);
        }
    }

    private void table(Table table) {
        Element written = append(body, "table");
        Element head = append(append(written, "thead"), "tr");
        table.head().forEach(column -> {
            Element cell = append(head, "th");
            cell.setAttribute("scope", "col");
            cell.setTextContent(column);
        });
        Element rows = append(written, "tbody");
        table.rows().forEach(row -> cells(append(rows, "tr"), row));
    }

    private void cells(Element row, List<String> texts) {
        texts.forEach(text -> append(row, "td").setTextContent(text));
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
