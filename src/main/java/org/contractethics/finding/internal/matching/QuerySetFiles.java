package org.contractethics.finding.internal.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.internal.matching.Check.WhenNegated;
import org.jspecify.annotations.Nullable;

/** Reads the query set that is packed with the product. */
public final class QuerySetFiles {

    public static final String CHECKS = "finding/checks.csv";
    public static final String PHRASES = "finding/phrases.txt";

    private QuerySetFiles() {}

    public static QuerySet packed() {
        return read(load(CHECKS), load(PHRASES));
    }

    /** Text of a packed file, with the line ends of Unix. */
    public static String load(String name) {
        try (InputStream in = QuerySetFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not packed");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static QuerySet read(String checks, String phrases) {
        List<Check> all = checks.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(QuerySetFiles::check)
                .toList();
        Map<String, List<Phrase>> byCheck = new LinkedHashMap<>();
        all.forEach(check -> byCheck.put(check.id(), new ArrayList<>()));
        String section = "";
        for (String line : phrases.lines().map(String::strip).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                List<Phrase> into = byCheck.get(section);
                if (into == null) {
                    throw new IllegalStateException("phrases of an unknown check: " + section);
                }
                into.add(PhraseParser.parse(line));
            }
        }
        return new QuerySet(all, byCheck);
    }

    private static Check check(String line) {
        List<String> cells = cells(line);
        if (cells.size() != 7) {
            throw new IllegalStateException("a check has 7 columns: " + line);
        }
        String negated = cells.get(6);
        WhenNegated when =
                switch (negated) {
                    case "NONE" -> WhenNegated.IGNORED;
                    case "DENIED" -> WhenNegated.DENIED;
                    default -> WhenNegated.FOUND_AS_SAFEGUARD;
                };
        @Nullable String protects = when == WhenNegated.FOUND_AS_SAFEGUARD ? negated : null;
        return new Check(
                cells.get(0),
                cells.get(1),
                CheckKind.valueOf(cells.get(2)),
                cells.get(3),
                cells.get(4),
                List.of(cells.get(5).split(";", -1)),
                when,
                protects);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
