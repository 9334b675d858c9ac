package org.contractethics.record.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** R31, R32: the header by which pages ask for their parts hides no read, for anybody can send it. */
@IntegrationTest
class PartsOfPagesIT {

    private static final String DANA = "dana.whitfield";
    private static final String AUGUST = "august.lund";

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final JdbcClient jdbc;
    private final AccessTrail trail;

    private ContractId contract = new ContractId(UUID.randomUUID());
    private String page = "";
    private long before;

    @Autowired
    PartsOfPagesIT(MockMvcTester mvc, RegisteringContracts registering, JdbcClient jdbc, AccessTrail trail) {
        this.mvc = mvc;
        this.registering = registering;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @BeforeEach
    void aContract() {
        contract = registering
                .register(RegisteredContracts.aDraft("Parts"), "FORM", RegisteredContracts.SOFIA)
                .id();
        page = "/contracts/" + contract;
        before = jdbc.sql("select coalesce(max(n), 0) from record.access_entry")
                .query(Long.class)
                .single();
    }

    @Test
    void what_a_page_asks_for_by_itself_is_part_of_it() {
        asked(page, People.signedInAs(DANA));
        asked(page + "/documents", People.signedInAs(DANA));

        assertThat(routes()).containsExactly("GET /contracts/{contractId}");
    }

    @Test
    void a_page_that_is_asked_for_with_the_header_is_read_each_time() {
        for (String address : List.of(page, page + "/timeline", "/audit", "/reports/board")) {
            asked(address, People.signedInAs(AUGUST));
            asked(address, People.signedInAs(AUGUST));
        }

        assertThat(routes()).hasSize(8);
    }

    @Test
    void nothing_that_a_program_asks_for_is_part_of_a_page() {
        for (String address : List.of("/api" + page, "/api" + page + "/documents", "/api/record/entries")) {
            asked(address, People.tokenOf(AUGUST));
            asked(address, People.tokenOf(AUGUST));
        }

        assertThat(routes()).hasSize(6);
    }

    @Test
    void a_file_is_recorded_by_what_it_belongs_to_and_its_number_and_found_by_the_first() {
        String incident = UUID.randomUUID().toString();
        asked(page, People.signedInAs(DANA));
        asked(page + "/incidents/" + incident + "/files/2", People.signedInAs(DANA));

        List<Map<String, Object>> rows = rows();
        assertThat(rows.get(1))
                .containsEntry("subject", incident + ".2")
                .containsEntry("contract", contract.value())
                .containsEntry("route", "/contracts/{contractId}/incidents/{incidentId}/files/{number}");
        AccessFilter filter = new AccessFilter(null, null, incident, null, null, null, Set.of());
        assertThat(trail.page(filter, 10, 0))
                .extracting(entry -> entry.access().subject())
                .containsOnly(incident + ".2");
    }

    private void asked(String address, RequestPostProcessor person) {
        mvc.get().uri(address).header("HX-Request", "true").with(person).exchange();
    }

    private List<String> routes() {
        return rows().stream()
                .map(row -> row.get("method") + " " + row.get("route"))
                .toList();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select * from record.access_entry where n > :before and refuses is null order by n")
                .param("before", before)
                .query()
                .listOfRows();
    }
}
