package org.contractethics.review.internal.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.review.internal.followup.Incident.FoundText;

/**
 * What search finds of a file inside one that came with an incident.
 *
 * @param place its name and the names of the files around it, itself first, without the outermost
 * @param gaps sentences about what it holds and was not read
 */
public record FoundInside(List<String> place, Ending ending, List<String> gaps) {

    private static final int MOST_NAMED = 12;
    private static final int MOST_LINES = 20;

    public FoundInside {
        place = List.copyOf(place);
        gaps = List.copyOf(gaps);
    }

    /** What search does not find of it, and why; empty where it finds everything. */
    public String missing() {
        return FoundText.missing(ending, gaps);
    }

    private String where() {
        return place.stream().map(name -> "“" + name + "”").collect(Collectors.joining(" in "));
    }

    /** Which files inside search finds, and what it does not find of the others; of very many only the first. */
    static List<String> lines(List<FoundInside> inside) {
        List<String> lines = new ArrayList<>();
        List<String> read = inside.stream()
                .filter(one -> one.ending() == Ending.READ)
                .map(FoundInside::where)
                .toList();
        if (!read.isEmpty()) {
            String more = read.size() > MOST_NAMED ? " and " + (read.size() - MOST_NAMED) + " more" : "";
            lines.add("Search also finds what stands inside it in "
                    + read.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more + ".");
        }
        List<FoundInside> wanting =
                inside.stream().filter(one -> !one.missing().isEmpty()).toList();
        wanting.stream()
                .limit(MOST_LINES)
                .forEach(one -> lines.add("Inside it, " + one.where() + ": " + one.missing()));
        if (wanting.size() > MOST_LINES) {
            lines.add((wanting.size() - MOST_LINES) + " more files inside it were not read, or not in full.");
        }
        return lines;
    }
}
