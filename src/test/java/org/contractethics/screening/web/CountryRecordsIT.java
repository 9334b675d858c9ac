package org.contractethics.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.screening.CountryBand;
import org.contractethics.screening.CountryRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Records of countries: what is worse counts at once, what is milder when the board committee confirmed it. */
@IntegrationTest
class CountryRecordsIT {

    private final MockMvcTester mvc;
    private final JdbcClient database;
    private final CountryRecords records;

    @Autowired
    CountryRecordsIT(MockMvcTester mvc, JdbcClient database, CountryRecords records) {
        this.mvc = mvc;
        this.database = database;
        this.records = records;
    }

    @Test
    void what_is_worse_counts_at_once_and_what_is_milder_when_it_is_confirmed() {
        assertThat(records.worst(List.of("NR"))).as("not rated").isEmpty();
        assertThat(write("helen.okafor", Map.of("country", "NR", "band", "MEDIUM")))
                .hasStatus3xxRedirection();
        assertThat(write("helen.okafor", Map.of("country", "NR", "band", "HIGH", "conflict", "true")))
                .hasStatus3xxRedirection();
        assertThat(band("NR")).isEqualTo(CountryBand.HIGH);

        assertThat(write("helen.okafor", Map.of("country", "NR", "band", "LOW")))
                .hasStatus3xxRedirection();
        UUID milder = newest("NR");
        assertThat(band("NR")).as("nobody confirmed it").isEqualTo(CountryBand.HIGH);
        assertThat(rule("helen.okafor", milder, true)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(rule("ines.duarte", milder, true)).hasStatus3xxRedirection();

        assertThat(band("NR")).isEqualTo(CountryBand.LOW);
        assertThat(records.worst(List.of("NR")).orElseThrow().conflict()).isFalse();
        assertThat(rule("ines.duarte", milder, false)).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void nobody_confirms_what_they_wrote_nor_what_was_replaced() {
        assertThat(write("ines.duarte", Map.of("country", "TV", "band", "CRITICAL")))
                .hasStatus3xxRedirection();
        UUID own = newest("TV");
        assertThat(write("helen.okafor", Map.of("country", "TV", "band", "HIGH")))
                .hasStatus3xxRedirection();
        UUID later = newest("TV");

        assertThat(rule("ines.duarte", own, true)).hasStatus(HttpStatus.FORBIDDEN);
        assertThatThrownBy(() -> confirm(own, "ines.duarte"))
                .hasStackTraceContaining("nobody rules on a record of a country that they wrote");
        assertThat(rule("ines.duarte", later, true)).hasStatus3xxRedirection();
        assertThatThrownBy(() -> confirm(own, "helen.okafor")).hasStackTraceContaining("a later record");
        assertThatThrownBy(() -> database.sql("update screening.country_record set band = 'LOW' where id = :id")
                        .param("id", own)
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThat(band("TV")).isEqualTo(CountryBand.HIGH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    country | ZZ                   | Choose the country    | happens to people on the move
                    band    | WORST                | Choose the band       | happens to people on the move
                    indices | One index, 2024: 0.9 | Name 2 to 20 indices  | One index, 2024: 0.9
                    reading | Short.               | what you make of them | Short.
                    """)
    void what_is_wrong_is_named_and_what_was_typed_stays(String field, String value, String problem, String kept) {
        Map<String, String> fields = new HashMap<>(Map.of("country", "KI", "band", "LOW"));
        fields.put(field, value);
        assertThat(write("helen.okafor", fields))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(problem, kept, "id=\"" + field + "-problem\"");
    }

    @Test
    void only_those_who_rate_write_and_all_staff_read() {
        assertThat(write("erin.walsh", Map.of("country", "PW", "band", "LOW"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(write("tom.lindqvist", Map.of("country", "PW", "band", "LOW")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(records.worst(List.of("PW"))).isEmpty();
        assertThat(mvc.get().uri("/countries").with(People.signedInAs("erin.walsh")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Write a record");
    }

    private CountryBand band(String country) {
        return records.worst(List.of(country)).orElseThrow().band();
    }

    private MvcTestResult write(String person, Map<String, String> otherwise) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "indices", "Human rights index, 2024, v15: 0.42\nTerror scale, 2023: not rated",
                "reading", "Both leave out what happens to people on the move."));
        fields.putAll(otherwise);
        return post(person, "/countries/records", fields);
    }

    private MvcTestResult rule(String person, UUID written, boolean confirmed) {
        return post(
                person,
                "/countries/records/" + written + "/ruling",
                Map.of("confirmed", String.valueOf(confirmed), "ruling", "As discussed."));
    }

    private MvcTestResult post(String person, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(People.signedInAs(person)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private UUID newest(String country) {
        return database.sql(
                        "select id from screening.country_record where country = :country order by number desc limit 1")
                .param("country", country)
                .query(UUID.class)
                .single();
    }

    private void confirm(UUID written, String by) {
        database.sql(
                        """
                        insert into screening.country_ruling (record_id, confirmed, reason, ruled_by, ruled_at)
                        values (:id, true, 'x', :by, now())
                        """)
                .param("id", written)
                .param("by", by)
                .update();
    }
}
