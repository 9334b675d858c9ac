package org.contractethics.concern.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contractethics.concern.internal.FindingsOfConcerns.Finding;
import org.contractethics.concern.internal.investigation.ReadingFindings.Version;
import org.contractethics.concern.internal.investigation.RecordFinding;
import org.contractethics.concern.internal.investigation.RecordFinding.TypedSource;
import org.contractethics.concern.internal.investigation.Source;

/**
 * The form of a finding, by the names of its fields.
 *
 * @param fields those of them that came
 */
record FindingForm(Map<String, String> fields) {

    private static final String SOURCE = "finding-source-";

    FindingForm {
        fields = Map.copyOf(fields);
    }

    /** Filled with the last version, to be changed. */
    static FindingForm of(Version last) {
        Map<String, String> fields = new LinkedHashMap<>();
        Finding finding = last.finding();
        fields.put("finding-about", finding.allegation() + "-" + finding.version());
        fields.put("finding-claim", finding.claim());
        fields.put("finding-result", finding.result().name());
        fields.put("finding-facts", finding.facts());
        List<Source> sources = last.sources();
        for (int row = 1; row <= sources.size(); row++) {
            Source source = sources.get(row - 1);
            fields.put(SOURCE + row, source.what());
            fields.put(SOURCE + row + "-on", source.day().toString());
            fields.put(SOURCE + row + "-reliability", source.reliability().name());
        }
        return new FindingForm(fields);
    }

    RecordFinding toCommand() {
        String about = field("finding-about");
        boolean again = about.matches("[1-9][0-9]{0,5}-[1-9][0-9]{0,5}");
        return new RecordFinding(
                again ? Integer.parseInt(about.substring(0, about.indexOf('-'))) : 0,
                again ? Integer.parseInt(about.substring(about.indexOf('-') + 1)) : 0,
                field("finding-claim"),
                field("finding-result"),
                field("finding-facts"),
                IntStream.rangeClosed(1, RecordFinding.MOST)
                        .mapToObj(row -> new TypedSource(
                                row,
                                field(SOURCE + row),
                                field(SOURCE + row + "-on"),
                                field(SOURCE + row + "-reliability")))
                        .toList());
    }

    /** What was typed, for the page that shows it again. */
    Typed typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith("finding-")) {
                typed.put(name, value);
            }
        });
        return new Typed(typed);
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
