package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;

/** Shows the numbers of a workbook the way Excel shows them: dates as dates, money as money. */
final class CellFormats {

    private static final int LONGEST_FORMAT = 255;

    private final DataFormatter formatter = new DataFormatter(Locale.US);
    private final Map<Integer, String> ownFormats = new HashMap<>();
    private final List<Integer> formatOfStyle = new ArrayList<>();
    private final boolean from1904;

    private CellFormats(boolean from1904) {
        this.from1904 = from1904;
    }

    static CellFormats of(OfficePackage office, String main, boolean from1904) throws IOException {
        CellFormats formats = new CellFormats(from1904);
        for (String part : office.related(main, "styles")) {
            try (XmlEvents xml = office.read(part)) {
                formats.readAll(xml);
            }
        }
        return formats;
    }

    String show(String value, int style) {
        int index = style >= 0 && style < formatOfStyle.size() ? formatOfStyle.get(style) : 0;
        String format = ownFormats.getOrDefault(index, builtin(index));
        if (format.length() > LONGEST_FORMAT) {
            return value;
        }
        try {
            return formatter.formatRawCellContents(Double.parseDouble(value), index, format, from1904);
        } catch (RuntimeException e) {
            return value; // a format nobody can apply: the bare number is still the number
        }
    }

    private static String builtin(int index) {
        String format = index < 0 || index > 49 ? null : BuiltinFormats.getBuiltinFormat(index);
        return format == null ? "General" : format;
    }

    private void readAll(XmlEvents xml) throws IOException {
        boolean inCellFormats = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("cellXfs")) {
                inCellFormats = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                inCellFormats |= xml.name().equals("cellXfs");
                if (xml.name().equals("numFmt")) {
                    ownFormats.putIfAbsent(xml.number("numFmtId", 0), xml.attribute("formatCode", "General"));
                } else if (inCellFormats && xml.name().equals("xf")) {
                    formatOfStyle.add(xml.number("numFmtId", 0));
                }
            }
        }
    }
}
