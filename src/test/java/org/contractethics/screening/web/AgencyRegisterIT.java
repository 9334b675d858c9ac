package org.contractethics.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.screening.AgencyRecords;
import org.contractethics.screening.RecordLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What was found of agencies: cited by one, counted at once, taken back by two. */
@IntegrationTest
class AgencyRegisterIT {

    private static final String BECAUSE = "The committee took the report back in its next session.";

    private final MockMvcTester mvc;
    private final JdbcClient database;
    private final AgencyRecords records;
    private final String agency = "Border Guard of " + UUID.randomUUID();

    @Autowired
    AgencyRegisterIT(MockMvcTester mvc, JdbcClient database, AgencyRecords records) {
        this.mvc = mvc;
        this.database = database;
        this.records = records;
    }

    @Test
    void a_finding_counts_until_somebody_else_agrees_that_it_be_withdrawn() {
        assertThat(cite("helen.okafor", Map.of("international", "true"))).hasStatus3xxRedirection();
        UUID finding = finding();

        AgencyRecords.Worst worst =
                records.worst(List.of(agency.toUpperCase(Locale.ROOT))).orElseThrow();
        assertThat(worst.level()).isEqualTo(RecordLevel.DOCUMENTED);
        assertThat(worst.international()).isTrue();
        assertThat(withdraw("leo.brandt", finding, "Too short")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(withdraw("leo.brandt", finding, BECAUSE)).hasStatus3xxRedirection();
        assertThat(withdraw("dana.whitfield", finding, BECAUSE + " Typed again."))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("waits for a ruling");
        assertThat(rule("leo.brandt", finding, true)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(records.worst(List.of(agency))).as("still counts").isPresent();
        assertThat(rule("priya.raman", finding, true)).hasStatus3xxRedirection();
        assertThat(rule("priya.raman", finding, true)).hasStatus(HttpStatus.CONFLICT);

        assertThat(records.worst(List.of(agency))).isEmpty();
        assertThat(mvc.get().uri("/agencies?name=" + agency.substring(0, 20)).with(People.signedInAs("erin.walsh")))
                .hasStatusOk()
                .bodyText()
                .contains(agency, "Withdrawn", BECAUSE);
        assertThat(database.sql("select count(*) from record.entry where kind like 'agency-finding-%'"
                                + " and encode(body, 'escape') like :id")
                        .param("id", "%" + finding + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_finding_that_is_kept_counts_and_can_be_asked_about_again() {
        assertThat(cite("helen.okafor", Map.of())).hasStatus3xxRedirection();
        UUID finding = finding();
        assertThat(withdraw("leo.brandt", finding, BECAUSE)).hasStatus3xxRedirection();
        assertThat(rule("ines.duarte", finding, false)).hasStatus3xxRedirection();

        assertThat(records.worst(List.of(agency))).isPresent();
        assertThat(withdraw("leo.brandt", finding, BECAUSE)).hasStatus3xxRedirection();
    }

    @Test
    void the_database_keeps_what_is_cited_and_four_eyes() {
        assertThat(cite("helen.okafor", Map.of())).hasStatus3xxRedirection();
        UUID finding = finding();
        assertThat(withdraw("leo.brandt", finding, BECAUSE)).hasStatus3xxRedirection();

        assertThatThrownBy(() ->
                        update("update screening.agency_finding set level = 'ALLEGATIONS' where id = :id", finding))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> update("delete from screening.finding_withdrawal where finding_id = :id", finding))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> update(
                        """
                        insert into screening.finding_withdrawal (id, finding_id, reason, proposed_by, proposed_at)
                        values (gen_random_uuid(), :id, 'A second reason that is long enough', 'dana.whitfield', now())
                        """,
                        finding))
                .hasMessageContaining("waits already");
        assertThatThrownBy(() -> update(
                        """
                        insert into screening.withdrawal_ruling (withdrawal_id, accepted, reason, ruled_by, ruled_at)
                        select id, true, 'x', proposed_by, now() from screening.finding_withdrawal where finding_id = :id
                        """,
                        finding))
                .hasMessageContaining("nobody rules on a withdrawal that they proposed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    agency   | x          | the name of the agency
                    level    | WORSE      | Choose how grave
                    source   | ''         | who found it
                    title    | a          | the title
                    address  | javascript:alert(1) | web address
                    found-on | 2999-01-01 | between 1900 and today
                    found-on | yesterday  | Give the day
                    summary  | Short.     | what was found
                    """)
    void what_is_wrong_is_named_and_what_was_typed_stays(String field, String value, String problem) {
        assertThat(cite("helen.okafor", Map.of("steps", "The centre was closed in spring.", field, value)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(problem, "The centre was closed in spring.", "id=\"" + field + "-problem\"");
    }

    @Test
    void a_court_alleges_nothing_and_nothing_is_cited_twice() {
        assertThat(cite("helen.okafor", Map.of("level", "ALLEGATIONS", "international", "true")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("more than an allegation");
        assertThat(cite("helen.okafor", Map.of())).hasStatus3xxRedirection();
        assertThat(cite("leo.brandt", Map.of("title", "REPORT on a visit")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("cited already");
    }

    @Test
    void only_those_who_research_and_triage_cite_and_only_staff_read() {
        assertThat(cite("erin.walsh", Map.of())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(cite("tom.lindqvist", Map.of())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(cite("ines.duarte", Map.of())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(database.sql("select count(*) from screening.agency_finding where agency = :agency")
                        .param("agency", agency)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(withdraw("leo.brandt", UUID.randomUUID(), BECAUSE)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_names_by_which_an_agency_is_known_are_one_agency() {
        String title = "Report " + UUID.randomUUID();
        for (String name : new String[] {"ICE", "DHS/ICE", "U.S. Immigration and Customs Enforcement"}) {
            assertThat(mvc.post()
                            .uri("/api/agencies/findings")
                            .with(People.signedInAs("helen.okafor"))
                            .with(csrf())
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(
                                    """
                                    {"agency": "%s", "level": "DOCUMENTED", "international": false, "source": "Inspector General", "title": "%s",
                                     "foundOn": "2019-07-02", "summary": "Dangerous overcrowding and long detention of children."}
                                    """
                                            .formatted(name, title + " " + name)))
                    .hasStatus(HttpStatus.CREATED)
                    .bodyJson()
                    .extractingPath("$.agency")
                    .isEqualTo("U.S. Immigration and Customs Enforcement");
        }
        assertThat(mvc.get().uri("/api/agencies/findings?agency=ICE").with(People.signedInAs("erin.walsh")))
                .hasStatusOk()
                .bodyText()
                .contains(title + " DHS/ICE");
    }

    private MvcTestResult cite(String person, Map<String, String> otherwise) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "agency", agency,
                "level", "DOCUMENTED",
                "source", "Committee against Torture",
                "title", "Report on a visit",
                "found-on", "2018-06-19",
                "summary", "Children were kept from their parents for weeks."));
        fields.putAll(otherwise);
        return post(person, "/agencies/findings", fields);
    }

    private MvcTestResult withdraw(String person, UUID finding, String reason) {
        return post(person, "/agencies/findings/" + finding + "/withdrawal", Map.of("reason", reason));
    }

    private MvcTestResult rule(String person, UUID finding, boolean accepted) {
        return post(
                person,
                "/agencies/findings/" + finding + "/withdrawal/ruling",
                Map.of("accepted", String.valueOf(accepted), "ruling", "As the committee says."));
    }

    private MvcTestResult post(String person, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(People.signedInAs(person)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private UUID finding() {
        return database.sql("select id from screening.agency_finding where agency = :agency")
                .param("agency", agency)
                .query(UUID.class)
                .single();
    }

    private void update(String sql, UUID id) {
        database.sql(sql).param("id", id).update();
    }
}
