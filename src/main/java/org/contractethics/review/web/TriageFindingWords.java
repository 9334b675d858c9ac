package org.contractethics.review.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.AgencyType;
import org.contractethics.review.internal.retriage.TriageFinding;
import org.contractethics.review.internal.retriage.TriageQuestion;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** Findings against a triage in words. */
@Component
class TriageFindingWords {

    private final PeopleDirectory people;

    TriageFindingWords(PeopleDirectory people) {
        this.people = people;
    }

    static Map<String, String> agencyTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("", "As the triage took it");
        Arrays.stream(AgencyType.values()).forEach(type -> types.put(type.name(), type.label()));
        return types;
    }

    Statement told(TriageFinding found) {
        Statement.Builder told = Statement.titled("Pass " + found.pass() + ": the tables give " + found.tier());
        found.facts().codes().forEach((fact, code) -> told.line(label(fact), value(fact, code)));
        return told.line("What was found", found.why())
                .line(
                        "Shown by",
                        "Source " + found.source(),
                        "/reviews/" + found.review() + "/sources#source-" + found.source())
                .line(
                        "Found by",
                        people.displayName(found.person()) + onBehalf(found) + ", " + Times.words(found.foundAt())
                                + ", in " + StageStatements.title(found.stage()).toLowerCase(Locale.ROOT))
                .build();
    }

    private String onBehalf(TriageFinding found) {
        return found.onBehalfOf() == null ? "" : " on behalf of " + people.displayName(found.onBehalfOf());
    }

    private static String label(String fact) {
        return switch (fact) {
            case "agencyType" -> "Class of agency";
            case "countryBand" -> "Country band";
            case "agencyRecord" -> "Record of the agency";
            default ->
                TriageQuestion.of(List.of(fact)).stream()
                        .map(TriageQuestion::label)
                        .findFirst()
                        .orElse(fact);
        };
    }

    private static String value(String fact, String code) {
        return switch (fact) {
            case "agencyType" -> agencyTypes().getOrDefault(code, code);
            case "countryBand" -> TriageForms.bands().getOrDefault(code, code);
            case "agencyRecord" -> TriageForms.records().getOrDefault(code, code);
            default -> "Yes";
        };
    }
}
