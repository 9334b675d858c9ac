package org.contractethics.screening.internal.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three files of the US Treasury (names, aliases, addresses), and the remarks that go on in a fourth. Without a heading. */
final class OfacReader {

    private static final String NOTHING = "-0-";
    private static final int NAMES = 12;
    private static final int ALIASES = 5;
    private static final int ADDRESSES = 6;

    private final Map<String, byte[]> files;
    private final String prefix;
    private final Map<String, Drafted> drafts = new LinkedHashMap<>();

    private OfacReader(Map<String, byte[]> files) {
        this.files = files;
        this.prefix = files.containsKey("sdn.csv") ? "" : "cons_";
    }

    static ParsedList read(Map<String, byte[]> files) throws MalformedList {
        OfacReader reader = new OfacReader(files);
        String main = reader.prefix.isEmpty() ? "sdn.csv" : "cons_prim.csv";
        reader.names(main);
        reader.aliases(reader.prefix + "alt.csv");
        reader.addresses(reader.prefix + "add.csv");
        return ListReaders.list(main, new ArrayList<>(reader.drafts.values()), null);
    }

    private void names(String file) throws MalformedList {
        Map<String, String> further = furtherRemarks();
        for (Rows.Row row : rows(file, NAMES)) {
            String id = row.cell(0);
            if (id.isEmpty() || !id.chars().allMatch(Character::isDigit)) {
                throw new MalformedList(
                        file, row.line(), "has no number where the number of the entry stands. Fetch the list again.");
            }
            Drafted draft = new Drafted(id, kind(said(row, 2))).name(said(row, 1), NameStrength.STRONG);
            if (draft.isNameless() || drafts.putIfAbsent(id, draft) != null) {
                throw new MalformedList(
                        file, row.line(), "has no name, or the number of an earlier entry. Fetch the list again.");
            }
            for (String programme : said(row, 3).split("\\]\\s*\\[|;", -1)) {
                draft.programme(programme.replaceAll("[\\[\\]]", ""));
            }
            draft.country(said(row, 9)).reason(said(row, 4));
            OfacRemarks.read(said(row, 11) + further.getOrDefault(id, ""), draft);
        }
    }

    private void aliases(String file) throws MalformedList {
        for (Rows.Row row : rows(file, ALIASES)) {
            owner(file, row).name(said(row, 3), NameStrength.STRONG).reason(said(row, 4));
        }
    }

    private void addresses(String file) throws MalformedList {
        for (Rows.Row row : rows(file, ADDRESSES)) {
            owner(file, row).country(said(row, 4));
        }
    }

    /** Rows of nobody show that the files are of two days, or that the names are cut off. */
    private Drafted owner(String file, Rows.Row row) throws MalformedList {
        Drafted draft = drafts.get(row.cell(0));
        if (draft == null) {
            throw new MalformedList(
                    file,
                    row.line(),
                    "belongs to entry " + row.cell(0)
                            + ", which is not in the file of names. That file is cut off or of another day; fetch all again.");
        }
        return draft;
    }

    private Map<String, String> furtherRemarks() throws MalformedList {
        Map<String, String> remarks = new LinkedHashMap<>();
        String file = prefix.isEmpty() ? "sdn_comments.csv" : "cons_comments.csv";
        byte[] bytes = files.get(file);
        if (bytes != null) {
            for (Rows.Row row : Rows.of(file, bytes, ',', 2)) {
                remarks.merge(row.cell(0), row.cell(1), String::concat);
            }
        }
        return remarks;
    }

    private List<Rows.Row> rows(String file, int columns) throws MalformedList {
        byte @Nullable [] bytes = files.get(file);
        if (bytes == null) {
            throw new MalformedList(file, 0, "is missing");
        }
        return Rows.of(file, bytes, ',', columns);
    }

    private static String said(Rows.Row row, int column) {
        String cell = row.cell(column);
        return cell.equals(NOTHING) ? "" : cell;
    }

    static EntryKind kind(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "individual" -> EntryKind.PERSON;
            case "vessel", "aircraft" -> EntryKind.VESSEL;
            default -> EntryKind.BODY;
        };
    }
}
