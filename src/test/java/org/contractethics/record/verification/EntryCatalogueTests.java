package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCatalogueTests {

    private static final String HEAD = "kind,version,place,required,type\n";
    private static final Happened DECISION = RecordFixtures.anEvent(
                    "decision-recorded", Map.of("rights", List.of("R05")))
            .whole();

    @Test
    void what_the_application_writes_fits() {
        assertThat(problem(body())).isNull();
    }

    @Test
    void an_unknown_field_is_found() {
        assertThat(problem(with("mood", "FINE"))).contains("version 3 of decision-recorded: /facts/mood is unknown");
    }

    @Test
    void a_missing_field_is_found() {
        Map<String, Object> body = body();
        facts(body).remove("tier");

        assertThat(problem(body)).contains("/facts/tier is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "tier, not a code",
        "tier, *",
        "decisionId, D-1",
        "decidedBy, ruth.castillo",
        "reasons, Said openly.",
        "expiresOn, tomorrow",
        "policyHash, abc",
    })
    void a_text_of_another_form_is_found(String field, String value) {
        assertThat(problem(with(field, value))).contains("/facts/" + field + " is not ");
    }

    @Test
    void a_value_of_another_type_is_found() {
        assertThat(problem(with("conditions", "2"))).contains("/facts/conditions is not integer");
        assertThat(problem(with("tier", 3L))).contains("/facts/tier is not code");
        assertThat(problem(with("rights", "R05"))).contains("/facts/rights is not list");
        assertThat(problem(with("rights", List.of("R05", 5L)))).contains("/facts/rights/1 is not code");
    }

    @Test
    void an_unknown_kind_or_version_is_found() {
        Map<String, Object> body = body();
        body.put("kind", "thing-done");
        assertThat(problem(body)).contains("of a kind that the catalogue does not know: thing-done");

        body = body();
        body.put("version", 99L);
        assertThat(problem(body)).contains("is of version 99 of decision-recorded");
        body.remove("version");
        assertThat(problem(body)).contains("is of version null");
    }

    @Test
    void an_actor_or_a_contract_that_the_kind_cannot_have_is_found() {
        Map<String, Object> body = body();
        body.put("actor", "-");
        map(body, "persons").remove("/actor");
        assertThat(problem(body)).contains("/actor is not person or system");

        body = body();
        body.remove("contract");
        assertThat(problem(body)).contains("/contract is missing");
    }

    @Test
    void each_version_of_a_kind_keeps_its_own_fields() {
        Catalogue catalogue = read(HEAD + "thing-done,1,/actor,yes,system\nthing-done,1,/facts/old,yes,code\n"
                + "thing-done,2,/actor,yes,system\nthing-done,2,/facts/new,no,flag or code\n");

        assertThat(catalogue.problem(thing(1, Map.of("old", "X")))).isNull();
        assertThat(catalogue.problem(thing(2, Map.of("new", true)))).isNull();
        assertThat(catalogue.problem(thing(2, Map.of()))).isNull();
        assertThat(catalogue.problem(thing(2, Map.of("old", "X")))).contains("/facts/old is unknown");
        assertThat(catalogue.problem(thing(1, Map.of("new", true)))).contains("/facts/new is unknown");
    }

    @Test
    void a_code_that_is_not_in_its_list_is_found() {
        assertThat(problem(with("outcome", "PERHAPS")))
                .contains("/facts/outcome is not code out of APPROVE, CONDITIONAL, EXIT, REJECT, RETURN, SUSPEND");
        assertThat(problem(with("tier", "T5"))).contains("/facts/tier is not code out of T1, T2, T3, T4");
        assertThat(problem(with("outcome", "EXIT"))).isNull();
    }

    @Test
    void an_entry_of_before_the_lists_keeps_its_codes() {
        Map<String, Object> body = with("outcome", "PERHAPS");
        body.put("version", 1L);

        assertThat(problem(body)).isNull();
    }

    @Test
    void a_place_takes_the_codes_of_each_list_that_it_names() {
        Catalogue catalogue = read(HEAD + "codes,1,odds,each,ONE or THREE\ncodes,1,evens,each,TWO\n"
                + "thing-done,1,/actor,yes,system\nthing-done,1,/facts/n,yes,code of odds or code of evens or flag\n");

        assertThat(catalogue.problem(thing(1, Map.of("n", "THREE")))).isNull();
        assertThat(catalogue.problem(thing(1, Map.of("n", "TWO")))).isNull();
        assertThat(catalogue.problem(thing(1, Map.of("n", true)))).isNull();
        assertThat(catalogue.problem(thing(1, Map.of("n", "FOUR")))).contains("/facts/n is not code or flag out of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thing-done,1,/actor,yes,code of odds",
                "codes,1,odds,each,ONE or t.o",
                "codes,1,odds,each,ONE\ncodes,1,odds,each,TWO",
                "thing-done,1,/actor,yes",
                "thing-done,0,/actor,yes,system",
                "thing-done,1,/actor,perhaps,system",
                "thing-done,1,/actor,yes,anything",
                "thing-done,1,/facts/a/b,yes,code",
                "thing-done,1,/other/a,yes,code",
                "thing-done,1,actor,yes,system",
                "thing-done,1,/actor,yes,system\nthing-done,1,/actor,yes,person",
            })
    void what_is_no_catalogue_is_not_taken_for_one(String lines) {
        assertThatThrownBy(() -> read(HEAD + lines)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_kind_of_the_catalogue_can_be_written_and_read() {
        List<String> wrong = new ArrayList<>();
        RecordFixtures.kinds().forEach(kind -> {
            String problem = Catalogue.ofProgram().problem(body(RecordFixtures.anEventOf(kind)));
            if (problem != null) {
                wrong.add(problem);
            }
        });

        assertThat(wrong).isEmpty();
    }

    private static @Nullable String problem(Map<String, Object> body) {
        return EntryBody.problem(7, body, Catalogue.ofProgram());
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = body();
        facts(body).put(field, value);
        map(body, "texts").remove("/facts/" + field);
        map(body, "persons").remove("/facts/" + field);
        return body;
    }

    private static Map<String, Object> body() {
        return body(DECISION);
    }

    private static Map<String, Object> body(Happened event) {
        try {
            Object read = CanonicalReader.read(
                    RecordFixtures.sealed(event, 7, new Random(7)).body());
            Map<String, Object> body = new HashMap<>();
            ((Map<?, ?>) read).forEach((name, value) -> body.put(String.valueOf(name), copied(value)));
            return body;
        } catch (NotCanonicalException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object copied(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> copy = new HashMap<>();
        map.forEach((name, inner) -> copy.put(String.valueOf(name), inner));
        return copy;
    }

    private static Map<String, Object> facts(Map<String, Object> body) {
        return map(body, "facts");
    }

    @SuppressWarnings("unchecked") // made so above
    private static Map<String, Object> map(Map<String, Object> body, String name) {
        return (Map<String, Object>) body.getOrDefault(name, Map.of());
    }

    private static Map<String, Object> thing(long version, Map<String, Object> facts) {
        return Map.of("kind", "thing-done", "version", version, "actor", "system", "facts", facts);
    }

    private static Catalogue read(String text) {
        return Catalogue.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
