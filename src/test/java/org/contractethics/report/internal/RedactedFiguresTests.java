package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.contractethics.shared.SecretFacts.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is redacted for staff is redacted in the figures of leadership, and in no others (H18). */
class RedactedFiguresTests {

    private static final Actor LEADER = new Actor("lena", "Lena", Set.of(Role.LEADERSHIP));
    private static final Actor AUDITOR = new Actor("august", "August", Set.of(Role.AUDITOR));
    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 24));

    private final Story story = new Story();
    private final ContractId contract = story.contract("ICE");
    private Map<ContractId, Secret> secret = Map.of();

    @BeforeEach
    void redacted() {
        story.happened(
                "redaction-approved",
                contract,
                Map.of(
                        "redactionId", "r1",
                        "reference", "C-000001",
                        "fields", List.of("TITLE", "AGENCY"),
                        "endsOn", "2026-12-24"));
    }

    @Test
    void leadership_reads_the_reference_and_no_agency() {
        assertThat(subjects(LEADER, null, "2026-11-24T12:00:00Z")).containsExactly("C-000001");
        assertThat(subjects(LEADER, "ICE", "2026-11-24T12:00:00Z")).isEmpty();
        assertThat(agencies(LEADER)).isEmpty();
    }

    @Test
    void auditors_read_everything() {
        assertThat(subjects(AUDITOR, "ICE", "2026-11-24T12:00:00Z")).containsExactly("C-000001 · Data analysis");
        assertThat(agencies(AUDITOR)).containsExactly("ICE");
    }

    @Test
    void it_is_over_after_its_last_day_or_when_somebody_ends_it() {
        assertThat(subjects(LEADER, "ICE", "2026-12-25T00:00:00Z")).containsExactly("C-000001 · Data analysis");

        story.happened("redaction-ended", contract, Map.of("redactionId", "r1", "reference", "C-000001"));

        assertThat(subjects(LEADER, "ICE", "2026-11-24T12:00:00Z")).containsExactly("C-000001 · Data analysis");
    }

    @Test
    void what_the_register_withholds_for_secrecy_leadership_is_not_told_either() {
        ContractId hidden = story.contract("CIA");
        assertThat(agencies(LEADER)).containsExactly("CIA");

        secret = Map.of(hidden, new Secret("C-000002", Set.of("TITLE", "AGENCY")));

        assertThat(agencies(LEADER)).isEmpty();
        assertThat(subjects(LEADER, null, "2026-11-24T12:00:00Z")).containsExactly("C-000001", "C-000002");
        assertThat(subjects(LEADER, "CIA", "2026-11-24T12:00:00Z")).isEmpty();
        assertThat(agencies(AUDITOR)).containsExactlyInAnyOrder("CIA", "ICE");
    }

    @Test
    void secrecy_is_asked_at_each_look_and_what_was_counted_before_is_counted_again() {
        StoryReader reader = new StoryReader(story.entries);
        Insights insights = new Insights(new CurrentCasebook(reader, Story.DAYS, () -> secret), reader);
        ContractId hidden = story.contract("CIA");
        Scope scope = new Scope(Q4, null, null, Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(insights.figures(scope, LEADER).agencies()).containsExactly("CIA");

        secret = Map.of(hidden, new Secret("C-000002", Set.of("TITLE", "AGENCY")));
        assertThat(insights.figures(scope, LEADER).agencies()).isEmpty();

        secret = Map.of();
        assertThat(insights.figures(scope, LEADER).agencies()).containsExactly("CIA");
    }

    /** Entries of imports tell references and agencies, and no ids. */
    @Test
    void a_secret_contract_of_which_the_record_knows_no_id_is_found_by_its_reference() {
        story.happened(
                "contracts-imported",
                null,
                Map.of("registered", 1, "references", List.of("C-000900"), "agencies", List.of("CIA")));
        assertThat(agencies(LEADER)).containsExactly("CIA");

        secret = Map.of(new ContractId(UUID.randomUUID()), new Secret("C-000900", Set.of("TITLE", "AGENCY")));

        assertThat(agencies(LEADER)).isEmpty();
        assertThat(agencies(AUDITOR)).containsExactlyInAnyOrder("CIA", "ICE");
    }

    private List<String> subjects(Actor viewer, @Nullable String agency, String now) {
        return insights()
                .figure(Figure.CONTRACTS, new Scope(Q4, null, agency, Instant.parse(now)), viewer)
                .items(null, null)
                .stream()
                .map(Item::subject)
                .toList();
    }

    private List<String> agencies(Actor viewer) {
        return insights()
                .figures(new Scope(Q4, null, null, Instant.parse("2026-11-24T12:00:00Z")), viewer)
                .agencies();
    }

    private Insights insights() {
        StoryReader reader = new StoryReader(story.entries);
        return new Insights(new CurrentCasebook(reader, Story.DAYS, () -> secret), reader);
    }
}
