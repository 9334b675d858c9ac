package org.contractethics.document.extraction;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small OpenDocument files, made as they are needed. */
final class OpenFiles {

    static final String NAMESPACES = " "
            + """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
            """;

    private OpenFiles() {}

    /** @param kind "text", "spreadsheet" or "presentation" */
    static byte[] of(String kind, String styles, String body, Map<String, String> more) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", ("application/vnd.oasis.opendocument." + kind).getBytes(StandardCharsets.US_ASCII));
        String content = "<office:document-content" + NAMESPACES + "><office:automatic-styles>" + styles
                + "</office:automatic-styles><office:body><office:" + kind + ">" + body + "</office:" + kind
                + "></office:body></office:document-content>";
        entries.put("content.xml", content.getBytes(StandardCharsets.UTF_8));
        more.forEach((name, xml) -> entries.put(name, xml.getBytes(StandardCharsets.UTF_8)));
        return DocumentFixtures.zip(entries);
    }
}
