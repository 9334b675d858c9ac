package org.contractethics.screening.internal.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a list whole or refuses it: a list that was half read would say "no hit" of those that stand in its other half. */
public final class ListReaders {

    private ListReaders() {}

    /**
     * Reads all files of one list.
     *
     * @param files by name; see {@link ListFormat#fileSets()}
     * @throws MalformedList if a file is missing, empty, cut off or not of this form; nothing of it may be used then
     */
    public static ParsedList read(ListFormat format, Map<String, byte[]> files) throws MalformedList {
        if (!format.takes(files.keySet())) {
            throw new MalformedList(
                    String.join(", ", files.keySet().stream().sorted().toList()),
                    0,
                    "a list of the form " + format + " needs the files " + needed(format) + ", all of the same day.");
        }
        if (format == ListFormat.OFAC) {
            return OfacReader.read(files);
        }
        Map.Entry<String, byte[]> file = files.entrySet().iterator().next();
        return single(format, file.getKey(), file.getValue());
    }

    private static String needed(ListFormat format) {
        return String.join(
                " or ",
                format.fileSets().stream().map(set -> String.join(" + ", set)).toList());
    }

    private static ParsedList single(ListFormat format, String name, byte[] bytes) throws MalformedList {
        return switch (format) {
            case CSL -> CslReader.read(name, bytes);
            case UN_XML -> UnReader.read(name, bytes);
            case EU_FSF -> FsfReader.read(name, bytes);
            case BIS_DPL -> DeniedPersonsReader.read(name, bytes);
            case WORLD_BANK -> WorldBankReader.read(name, bytes);
            case GENERIC_CSV -> GenericReader.read(name, bytes);
            case OFAC -> throw new IllegalArgumentException("more than one file");
        };
    }

    /** The list, if anybody stands on it. */
    static ParsedList list(String file, List<Drafted> drafts, @Nullable LocalDate stated) throws MalformedList {
        if (drafts.isEmpty()) {
            throw new MalformedList(file, 0, "names nobody. Fetch the list again.");
        }
        if (drafts.stream().anyMatch(Drafted::isNameless)) {
            throw new MalformedList(file, 0, "has an entry without a name. Fetch the list again.");
        }
        List<ListEntry> entries = Drafted.entries(drafts);
        return new ParsedList(
                entries,
                stated,
                entries.stream().mapToInt(entry -> entry.names().size()).sum());
    }
}
