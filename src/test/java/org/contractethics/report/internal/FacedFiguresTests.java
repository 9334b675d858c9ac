package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.AgencyType;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** With whom the contracts were that were decided on. */
class FacedFiguresTests {

    private static final Actor LEADER = new Actor("lena", "Lena", Set.of(Role.LEADERSHIP));
    private static final Scope ASKED =
            new Scope(Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2026-12-10T12:00:00Z"));

    private final Story story = new Story();
    private final ContractId contract = story.contract("ICE");
    private final UUID review = story.review(contract);

    @Test
    void a_decision_counts_by_class_band_and_secrecy_of_the_last_triage_before_it() {
        triage(Map.of("agencyType", "POLICE", "countryBand", "LOW", "secret", false));
        triage(Map.of("agencyType", "BORDER", "countryBand", "HIGH", "secret", true));
        story.decision(contract, review, "APPROVE", "T3");
        triage(Map.of("agencyType", "HEALTH", "countryBand", "LOW", "secret", false));

        assertThat(cells(Figure.BY_AGENCY_CLASS)).containsExactly("Border control approved 1");
        assertThat(cells(Figure.BY_COUNTRY_BAND)).containsExactly("High approved 1");
        assertThat(cells(Figure.BY_SECRECY)).containsExactly("Under secrecy terms approved 1");
    }

    @Test
    void what_an_earlier_entry_does_not_say_is_not_recorded_and_never_unknown() {
        story.tier(contract, review, "T3");
        story.decision(contract, review, "REJECT", "T3");

        for (Figure figure : List.of(Figure.BY_AGENCY_CLASS, Figure.BY_COUNTRY_BAND, Figure.BY_SECRECY)) {
            assertThat(cells(figure)).containsExactly("Not recorded refused 1");
        }
    }

    @Test
    void what_the_triage_did_not_know_is_unknown_and_a_malformed_fact_is_not_recorded() {
        triage(Map.of("agencyType", "unknown", "countryBand", 7, "secret", "yes"));
        story.decision(contract, review, "REJECT", "T3");

        assertThat(cells(Figure.BY_AGENCY_CLASS)).containsExactly("Unknown or unlisted refused 1");
        assertThat(cells(Figure.BY_COUNTRY_BAND)).containsExactly("Not recorded refused 1");
        assertThat(cells(Figure.BY_SECRECY)).containsExactly("Not recorded refused 1");
    }

    @Test
    void a_redacted_agency_still_has_its_class_and_leads_to_its_reference_only() {
        triage(Map.of("agencyType", "BORDER", "countryBand", "HIGH", "secret", true));
        story.decision(contract, review, "APPROVE", "T3");
        story.happened(
                "redaction-approved",
                contract,
                Map.of(
                        "redactionId",
                        "r1",
                        "reference",
                        "C-000001",
                        "fields",
                        List.of("TITLE", "AGENCY"),
                        "endsOn",
                        "2026-12-24"));

        StoryReader reader = new StoryReader(story.entries);
        Tally seen = new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader)
                .figure(Figure.BY_AGENCY_CLASS, ASKED, LEADER);

        assertThat(seen.items("BORDER", "approved")).extracting(Item::subject).containsExactly("C-000001");
    }

    @Test
    void classes_have_the_words_of_the_register() {
        Map<String, String> register = new LinkedHashMap<>();
        Arrays.stream(AgencyType.values()).forEach(type -> register.put(type.name(), type.label()));

        assertThat(TriageInputs.AGENCY_CLASSES).containsExactlyEntriesOf(register);
    }

    private void triage(Map<String, Object> inputs) {
        story.happened("triage-confirmed", contract, Story.facts(review, Map.of("tier", "T3", "inputs", inputs)));
    }

    private List<String> cells(Figure figure) {
        Tally tally = story.count(figure, ASKED);
        return tally.rows().entrySet().stream()
                .flatMap(row -> tally.columns().keySet().stream()
                        .filter(column -> tally.count(row.getKey(), column) > 0)
                        .map(column -> row.getValue() + " " + column + " " + tally.count(row.getKey(), column)))
                .toList();
    }
}
