package org.contractethics.document.extraction;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** Which code page the bytes of an RTF text are in: that of its font, or else that of the file. */
final class RtfCharsets {

    /** Numbers of Windows for scripts, and their code pages. */
    private static final Map<Integer, Integer> PAGES = Map.ofEntries(
            Map.entry(77, 10000),
            Map.entry(128, 932),
            Map.entry(129, 949),
            Map.entry(134, 936),
            Map.entry(136, 950),
            Map.entry(161, 1253),
            Map.entry(162, 1254),
            Map.entry(163, 1258),
            Map.entry(177, 1255),
            Map.entry(178, 1256),
            Map.entry(186, 1257),
            Map.entry(204, 1251),
            Map.entry(222, 874),
            Map.entry(238, 1250));

    private final Map<Integer, Charset> fonts = new HashMap<>();
    private Charset ofFile = TextCharset.WESTERN;
    private int fontInTable = -1;

    void file(int page) {
        ofFile = page(page);
    }

    void fontInTable(int number) {
        fontInTable = number;
    }

    void charsetInTable(int script) {
        Integer page = PAGES.get(script);
        if (page != null && fonts.size() < 10_000) {
            fonts.put(fontInTable, page(page));
        }
    }

    Charset of(int font) {
        return fonts.getOrDefault(font, ofFile);
    }

    private Charset page(int number) {
        for (String name : new String[] {
            "windows-" + number, "x-windows-" + number, "Cp" + number, "x-MacRoman".repeat(number == 10000 ? 1 : 0)
        }) {
            try {
                return Charset.forName(name);
            } catch (IllegalArgumentException e) {
                // not under this name
            }
        }
        return ofFile;
    }
}
