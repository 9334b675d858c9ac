package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.policy.internal.DecidingVersion;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.Proposal;
import org.contractethics.policy.internal.ProposingVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CapabilityCatalogue;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.OpenMatters;
import org.contractethics.shared.OpenMatters.OpenMatter;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A concern about a capability, the policy or the review process: shown there, kept from whoever is complained of, tied to a contract by hand. */
@IntegrationTest
class ConcernAboutRulesIT {

    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final String GEORGE = "george.tan";
    private static final Actor NOAH = new Actor("noah.kim", "Noah Kim", Set.of(Role.EMPLOYEE));
    private static final Actor OF_BOARD = new Actor(GEORGE, "George Tan", Set.of(Role.BOARD_COMMITTEE));

    private final ConcernHands hands;
    private final RegisteringContracts registering;
    private final OpenMatters open;
    private final ApplicationContext application;
    private final JdbcClient database;
    private final String id = UUID.randomUUID().toString();

    ConcernAboutRulesIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired OpenMatters open,
            @Autowired ApplicationContext application,
            @Autowired JdbcClient database) {
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
        this.open = open;
        this.application = application;
        this.database = database;
    }

    @Test
    void one_about_a_capability_is_shown_beside_it_and_handled_by_the_ombuds() {
        assertThat(body(hands.get("/concerns/new?matter=CAPABILITY:BIOMETRIC_ID", ERIN)))
                .contains("Is it about a capability, the policy or the review process?")
                .containsPattern("value=\"CAPABILITY:BIOMETRIC_ID\"[^>]*selected");
        assertThat(words(body(hands.post("/concerns/new/check", ERIN, about("CAPABILITY:BIOMETRIC_ID")))))
                .contains("Capability " + label("BIOMETRIC_ID"));
        file("CAPABILITY:BIOMETRIC_ID");
        dayIsOver();

        assertThat(known(Kind.CAPABILITY, NOAH)).contains(id);
        assertThat(body(hands.get("/rules/capabilities", "noah.kim"))).containsPattern("[0-9]+ open concern");
        assertThat(known(Kind.CAPABILITY, new Actor("x", "X", Set.of(Role.EXTERNAL_FILER))))
                .as("outside the company")
                .isEmpty();
        assertThat(words(page(OLGA))).contains("Capability " + label("BIOMETRIC_ID"), "I fear for children.");
        assertThat(words(hands.everyPageOfFiled(ERIN))).contains(label("BIOMETRIC_ID"));
    }

    @Test
    void it_is_not_told_to_whom_its_filer_named() {
        Map<String, String> form = about("CAPABILITY:BIOMETRIC_ID");
        form.put("excluded", OLGA);
        sent(hands.post("/concerns", ERIN, form));

        assertThat(known(Kind.CAPABILITY, new Actor(OLGA, "Olga", Set.of(Role.OMBUDS))))
                .doesNotContain(id);
        assertThat(known(Kind.CAPABILITY, NOAH)).contains(id);
    }

    @Test
    void whoever_wrote_the_version_handles_no_concern_about_it_in_server_and_database() {
        int version = propose(OF_BOARD);
        try {
            Map<String, String> form = about("POLICY:" + version + "/severity");
            form.put("excluded", OLGA);
            sent(hands.post("/concerns", ERIN, form));
            dayIsOver();

            assertThat(hands.get("/concerns/" + id, GEORGE)).as("its author").hasStatus(404);
            assertThat(hands.post("/concerns/" + id + "/acknowledge", GEORGE, Map.of()))
                    .hasStatus(404);
            refused(
                    "insert into concern.key_wrap values ('" + id + "', 'HANDLING', '" + GEORGE + "', '\\x00')",
                    "had a hand in");
            assertThat(known(Kind.POLICY, OF_BOARD))
                    .as("they may know that there is one")
                    .contains(id);
            assertThat(body(hands.get("/rules", "noah.kim"))).contains("Version " + version + " of the rules, table ");
            for (String reader : List.of(GEORGE, "noah.kim", "dana.whitfield")) {
                assertThat(body(hands.get("/rules/versions/" + version, reader)))
                        .contains("1 open concern is about this version.", "About this version")
                        .doesNotContain("I fear for children.");
            }
            assertThat(body(hands.get("/rules/versions/" + version, OLGA))).doesNotContain("about this version.");
        } finally {
            application.getBean(DecidingVersion.class).withdraw(version, "Only tried.", OF_BOARD);
            // an open one would have to be weighed in whatever version others propose
            sent(hands.post("/concerns/" + id + "/withdraw", ERIN, Map.of()));
        }
    }

    @Test
    void an_open_one_about_the_policy_stands_beside_a_proposal_and_is_weighed_in_its_approval() {
        int version = propose(new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER)));
        try {
            file("POLICY:1");
            dayIsOver();
            String page = body(hands.get("/rules/versions/" + version, "noah.kim"));
            assertThat(words(page))
                    .contains("Concerns about the policy", "How the technology may be used : Version 1 of the rules");
            assertThat(body(hands.get("/rules/versions/" + version, GEORGE))).contains("name=\"concern-" + id);

            assertThat(hands.post(
                            "/rules/versions/" + version + "/approval",
                            GEORGE,
                            Map.of("reasons", "It is right, " + id)))
                    .hasStatus(422)
                    .bodyText()
                    .contains("weighs for this version.", "It is right, " + id);
        } finally {
            application.getBean(DecidingVersion.class).withdraw(version, "Only tried.", OF_BOARD);
            sent(hands.post("/concerns/" + id + "/withdraw", ERIN, Map.of()));
        }
    }

    @ParameterizedTest
    @CsvSource({"CONCERNS, olga.petrova, S12 Handle concerns", "MONITORING, , S11 Monitor conditions and use"})
    void whoever_runs_the_office_does_not_handle_it_and_it_is_for_the_ombuds_or_the_board(
            String office, @Nullable String runs, String words) {
        file("PROCESS:" + office);
        dayIsOver();

        assertThat(database.sql("select contract_action from concern.concern where id = :id::uuid")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .as("the first row of table 2.9, whatever its topic")
                .isEqualTo("OMBUDS_INVESTIGATION");
        assertThat(body(hands.get("/procedures", GEORGE))).contains(words, "open concern");
        assertThat(body(hands.get("/rules", "noah.kim"))).contains(words);
        if (runs == null) {
            assertThat(words(page(OLGA))).contains("Review process " + words);
        } else {
            assertThat(hands.get("/concerns/" + id, runs)).hasStatus(404);
            assertThat(words(page(GEORGE))).contains("Review process " + words, "Acknowledge the concern");
        }
    }

    @Test
    void where_the_board_is_complained_of_it_does_not_fall_to_the_board() {
        Map<String, String> form = about("PROCESS:APPEAL");
        form.put("excluded", OLGA);
        sent(hands.post("/concerns", ERIN, form));

        assertThat(hands.get("/concerns/" + id, GEORGE)).hasStatus(404);
        assertThat(hands.get("/concerns/" + id, OLGA)).hasStatus(404);
    }

    @Test
    void whoever_handles_it_ties_it_to_a_contract_which_weighs_it_and_whose_people_are_kept_from_it() {
        Contract contract = registered();
        file("CAPABILITY:BIOMETRIC_ID");
        Map<String, String> hold = new HashMap<>(
                Map.of("measure", "HOLD", "measure-because", "Families would be separated before the review."));
        assertThat(hands.post("/concerns/" + id + "/measures", OLGA, hold))
                .hasStatus(422)
                .bodyText()
                .contains("Give the reference of a contract as its page has it", "Families would be separated");
        assertThat(body(hands.get("/contracts/" + contract.id(), "noah.kim"))).contains("No open concern.");

        hold.put("measure-contract", contract.reference());
        sent(hands.post("/concerns/" + id + "/measures", OLGA, hold));

        assertThat(body(hands.get("/contracts/" + contract.id(), "noah.kim"))).contains("1 open concern.");
        assertThat(body(hands.get("/contracts/" + contract.id(), "dana.whitfield")))
                .contains("It was found to be about this contract, too.", "I fear for children.");
        assertThat(body(hands.get("/contracts/" + contract.id(), "sofia.marin")))
                .contains("are not told whether there are concerns");
        refused(
                "insert into concern.tied_contract values ('" + id + "', '" + contract.id()
                        + "', 'sofia.marin', current_date)",
                "kept from that person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAPABILITY:NO_SUCH_THING",
                "POLICY:99999",
                "POLICY:1/no-such-table",
                "PROCESS:NOBODY",
                "ELSE:1",
                "1"
            })
    void what_is_not_known_is_refused_with_what_was_typed(String unknown) {
        for (String path : Set.of("/concerns", "/concerns/new/check")) {
            assertThat(hands.post(path, ERIN, about(unknown)))
                    .hasStatus(422)
                    .bodyText()
                    .contains(
                            "There is no such capability, version or table of the rules, or part of the process.",
                            "I fear for children.",
                            "value=\"" + unknown + "\"");
        }
    }

    @Test
    void it_is_about_one_thing_in_server_and_database() {
        Map<String, String> form = about("POLICY:1");
        form.put("contract", registered().id().toString());
        assertThat(hands.post("/concerns", ERIN, form))
                .hasStatus(422)
                .bodyText()
                .contains("Name a contract, an agency, or a capability, policy or part of the process: one of them.");

        String columns = "insert into concern.concern (id, agency, matter, matter_code, mode, topic, status, filed_on,"
                + " acknowledge_by, answer_by) values (gen_random_uuid(), ";
        String rest = ", 'OPEN', 'HARM', 'RECEIVED', current_date, current_date, current_date)";
        refused(columns + "'Agency', 'POLICY', '1'" + rest, "about_one_thing");
        refused(columns + "null, 'POLICY', 'one'" + rest, "no such version");
        refused(columns + "null, 'PROCESS', null" + rest, "matter_has_its_code");
        refused(columns + "null, null, '1'" + rest, "matter_has_its_code");
        refused(columns + "null, 'POLICY', '99999'" + rest, "no such version");
    }

    private int propose(Actor author) {
        var inForce = application.getBean(PolicyInForce.class).now();
        return application
                .getBean(ProposingVersion.class)
                .propose(
                        new Proposal(
                                inForce.current().number(),
                                inForce.content().text() + "\n\nTried " + id + ".",
                                Map.of(),
                                "To try it.",
                                LocalDate.now(ZoneOffset.UTC).plusMonths(3)),
                        author);
    }

    private Contract registered() {
        return registering.register(RegisteredContracts.aDraft("Tied " + id), "FORM", RegisteredContracts.SOFIA);
    }

    private List<String> known(Kind kind, Actor viewer) {
        return open.open(kind, viewer).stream()
                .map(OpenMatter::id)
                .map(ConcernId::toString)
                .toList();
    }

    /** What everybody reads moves then, and not before. */
    private void dayIsOver() {
        DayOfFiling.ends(database, id);
        application.getBean(Concerns.class).announce();
    }

    private void file(String matter) {
        sent(hands.post("/concerns", ERIN, about(matter)));
    }

    private Map<String, String> about(String matter) {
        return new HashMap<>(form(id, Map.of("matter", matter)));
    }

    private String label(String capability) {
        return application.getBean(CapabilityCatalogue.class).labels().getOrDefault(capability, "");
    }

    private String page(String viewer) {
        return body(hands.get("/concerns/" + id, viewer));
    }

    private static String words(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> database.sql(statement).update()).hasStackTraceContaining(why);
    }
}
