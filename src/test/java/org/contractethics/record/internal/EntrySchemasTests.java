package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.review.FollowUp;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntrySchemasTests {

    private static final ContractId CONTRACT = ContractId.valueOf("6d2f3b1e-0000-4000-8000-000000000001");

    private static final String TWO_VERSIONS =
            """
            kind,version,place,required,type
            thing-done,1,/actor,yes,person
            thing-done,1,/facts/old,yes,code
            thing-done,2,/actor,yes,person
            thing-done,2,/facts/new,yes,code
            """;

    @Test
    void a_whole_fact_fits_and_learns_the_version_of_its_schema() {
        assertThat(fitted(dissent()).version()).isEqualTo(2);
    }

    /** Any of them can be moved to a newer version of its procedure, and a step of any of them can fail. */
    @ParameterizedTest
    @EnumSource(FollowUp.class)
    void a_case_of_every_procedure_after_a_signature_can_be_told_of(FollowUp followUp) {
        Map<String, Object> about =
                Map.of(followUp.idFact(), "6d2f3b1e-0000-4000-8000-000000000002", "procedure", "exit");
        Map<String, Object> moved = new HashMap<>(about);
        moved.putAll(Map.of("fromVersion", 1, "toVersion", 2, "at", List.of("Confirm"), "reasons", "Of the new law."));
        Map<String, Object> failed = new HashMap<>(about);
        failed.put("step", "overdue");

        assertThat(fitted(RecordFixtures.anEvent("case-moved", moved)).version())
                .isEqualTo(2);
        assertThat(fitted(RecordFixtures.anEvent("step-given-up", failed)).version())
                .isOne();
    }

    @Test
    void an_unknown_kind_is_refused() {
        assertThatThrownBy(() -> fitted(RecordFixtures.anEvent("thing-done", Map.of())))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("thing-done is a kind without a schema");
    }

    @Test
    void an_unknown_field_is_refused() {
        assertThatThrownBy(() -> fitted(with(dissent(), "mood", "FINE")))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("dissent-recorded/facts/mood is not in its schema");
    }

    @Test
    void a_missing_field_is_refused() {
        assertThatThrownBy(() -> fitted(RecordFixtures.anEvent("dissent-recorded", Map.of())))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("dissent-recorded/contract is missing");
        assertThatThrownBy(() -> fitted(new Happened(
                        "dissent-recorded",
                        CONTRACT,
                        "ruth.castillo",
                        RecordFixtures.NOW,
                        Map.of("outcome", "REJECT"))))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("is missing, and its schema demands it");
    }

    @ParameterizedTest
    @CsvSource({
        "reviewId, C-000001",
        "outcome, not a code",
        "outcome, ''",
        "voter, ''",
    })
    void a_text_of_another_form_is_refused(String field, String value) {
        assertThatThrownBy(() -> fitted(with(dissent(), field, value)))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("dissent-recorded/facts/" + field);
    }

    @ParameterizedTest
    @CsvSource({
        "dissent-recorded, outcome, PERHAPS",
        "decision-recorded, tier, T5",
        "decision-recorded, outcome, ABSTAIN",
        "stage-completed, stage, LUNCH",
        "vote-opened, role, AUDITORS",
        "vote-opened, severity, BAD",
        "contract-registered, agencyType, CLUB",
    })
    void a_code_that_is_not_in_its_list_is_refused(String kind, String field, String code) {
        Happened event = RecordFixtures.anEvent(kind, Map.of()).whole();
        assertThat(fitted(event).kind()).isEqualTo(kind);

        assertThatThrownBy(() -> fitted(with(event, field, code)))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining(kind + "/facts/" + field + " is not [CODE] out of [");
    }

    @Test
    void a_value_of_another_type_is_refused() {
        for (Object wrong : List.of(1, true, List.of("REJECT"), Map.of("code", "REJECT"))) {
            assertThatThrownBy(() -> fitted(with(dissent(), "outcome", wrong)))
                    .isInstanceOf(UnfitFactException.class)
                    .hasMessageContaining("outcome is not [CODE] out of [");
        }
    }

    @Test
    void what_is_inside_a_list_is_held_against_the_schema_too() {
        Happened signed = RecordFixtures.anEvent("report-signed", Map.of("files", List.of(Map.of("edition", "FULL"))))
                .whole();

        assertThatThrownBy(() -> fitted(signed))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("/facts/files/*/")
                .hasMessageContaining("is missing");
    }

    @Test
    void only_who_can_have_acted_is_taken() {
        for (String named : List.of("dana.whitfield", "system")) {
            Happened filed = new Happened("concern-filed", null, named, RecordFixtures.NOW, Map.of()).whole();
            assertThatThrownBy(() -> fitted(filed))
                    .isInstanceOf(UnfitFactException.class)
                    .hasMessageContaining("concern-filed/actor is");
        }
    }

    @Test
    void a_contract_where_there_is_none_is_refused() {
        Happened begun = new Happened("panel-term-begun", CONTRACT, "ruth.castillo", RecordFixtures.NOW, Map.of());

        assertThatThrownBy(() -> fitted(begun.whole()))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("panel-term-begun/contract is not in its schema");
    }

    @Test
    void the_newest_version_of_a_kind_is_written() {
        EntrySchemas schemas = EntrySchemas.of(TWO_VERSIONS);

        assertThat(schemas.fitting(Fact.of(RecordFixtures.anEvent("thing-done", Map.of("new", "X"))))
                        .version())
                .isEqualTo(2);
        assertThatThrownBy(() -> schemas.fitting(Fact.of(RecordFixtures.anEvent("thing-done", Map.of("old", "X")))))
                .isInstanceOf(UnfitFactException.class);
    }

    @Test
    void what_was_not_held_against_a_schema_cannot_be_written() {
        SealedFact sealed = Sealing.of(Fact.of(dissent()), () -> new byte[Commitment.NONCE]);

        assertThatThrownBy(() -> CanonicalBody.of(sealed, 0, RecordFixtures.NOW))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("was not held against the schema");
    }

    /** Which values are sealed is decided by their names: what the catalogue calls them must follow from it. */
    @Test
    void the_catalogue_says_of_each_value_whether_it_is_sealed() {
        List<String> otherwise = new ArrayList<>();
        EntrySchemas schemas = EntrySchemas.published();
        schemas.kinds().forEach(kind -> otherwise(kind, "", schemas.facts(kind), otherwise));

        assertThat(otherwise).isEmpty();
    }

    private static void otherwise(String path, String named, FieldSchema field, List<String> otherwise) {
        boolean person = SealedNames.isPerson(named);
        boolean open = !SealedNames.isText(named, "not a code");
        boolean sealed = SealedNames.isText(named, "CODE");
        for (FieldType type : field.types()) {
            boolean follows =
                    switch (type) {
                        case ACCOUNT -> person;
                        case NAME -> open && !person;
                        case TEXT -> !open;
                        case ID, CODE, HASH, DATE, TIME -> !sealed && !person;
                        default -> true;
                    };
            if (!follows) {
                otherwise.add(path + " is no " + type);
            }
        }
        field.below()
                .forEach((name, inner) ->
                        otherwise(path + "/" + name, name.equals(FieldSchema.EACH) ? named : name, inner, otherwise));
    }

    @Test
    void no_filer_is_ever_named() {
        EntrySchemas schemas = EntrySchemas.published();

        assertThat(List.of(
                        "concern-filed", "concern-withdrawn", "concern-appealed", "letter-closed", "letter-rewritten"))
                .allSatisfy(kind -> assertThat(schemas.actors(kind)).isEqualTo(Set.of("nobody")));
    }

    private static Fact fitted(Happened event) {
        return EntrySchemas.published().fitting(Fact.of(event));
    }

    private static Happened dissent() {
        return new Happened(
                        "dissent-recorded", CONTRACT, "ruth.castillo", RecordFixtures.NOW, Map.of("outcome", "REJECT"))
                .whole();
    }

    private static Happened with(Happened event, String field, Object value) {
        Map<String, Object> facts = new HashMap<>(event.facts());
        facts.put(field, value);
        return new Happened(event.kind(), event.contract(), event.actor(), event.occurredAt(), facts);
    }
}
