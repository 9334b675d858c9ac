package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A concern about a capability, and a contract that whoever handles it ties it to. */
final class TiedConcern {

    static final String ERIN = "erin.walsh";
    static final String OLGA = "olga.petrova";
    static final String GEORGE = "george.tan";
    static final String INES = "ines.duarte";
    static final String WHY = "Another contract of the same agency was meant.";
    static final String AGAIN = "The annex names the matching, so it was right after all.";

    final String id = UUID.randomUUID().toString();
    final ConcernHands hands;
    final JdbcClient jdbc;
    final Contract contract;
    final String ties = "/concerns/" + id + "/ties";
    final String undo;

    TiedConcern(MockMvcTester mvc, RegisteringContracts registering, JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
        this.contract =
                registering.register(RegisteredContracts.aDraft("Tied " + id), "FORM", RegisteredContracts.SOFIA);
        this.undo = ties + "/" + contract.id() + "/undo";
        sent(hands.post("/concerns", ERIN, ConcernHands.form(id, Map.of("matter", "CAPABILITY:BIOMETRIC_ID"))));
    }

    MvcTestResult tie(String officer, String because) {
        return hands.post(ties, officer, Map.of("tie-contract", contract.reference(), "tie-because", because));
    }

    MvcTestResult hold() {
        return hands.post(
                "/concerns/" + id + "/measures",
                OLGA,
                Map.of(
                        "measure", "HOLD",
                        "measure-contract", contract.reference(),
                        "measure-because", "Families would be separated before the review."));
    }

    /** Something was done about the contract because of it, and ended: a second person has to say yes. */
    void heldAndReleased() {
        sent(hold());
        sent(hands.post(
                "/concerns/" + id + "/release",
                OLGA,
                Map.of("release-because", "It holds a contract that it is not about.")));
    }

    MvcTestResult undo(String officer) {
        return hands.post(undo, officer, Map.of("undo-because", WHY));
    }

    MvcTestResult refuse(String second, String because) {
        return hands.post(undo + "/refuse", second, Map.of("refuse-because", because));
    }

    String page() {
        return body(hands.get("/concerns/" + id, OLGA));
    }

    String caseOf(String viewer) {
        return body(hands.get("/contracts/" + contract.id(), viewer));
    }

    /** In the order of the record. */
    List<String> entries() {
        return jdbc.sql("select kind from record.entry where position(:id in encode(body, 'escape')) > 0 order by n")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** What the record keeps of the only entry of this kind. */
    String bodyOf(String kind) {
        return jdbc.sql(
                        "select encode(body, 'escape') from record.entry where kind = :kind and position(:id in encode(body, 'escape')) > 0")
                .param("kind", kind)
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** The database says no to the application. */
    void refused(String statement, String why) {
        assertThatThrownBy(() -> jdbc.sql(filled(statement)).update()).hasStackTraceContaining(why);
    }

    /** A statement with the ids of the concern and the contract. */
    String filled(String statement) {
        return statement
                .replace(":concern", "'" + id + "'")
                .replace(":contract", "'" + contract.id() + "'")
                .replace(":why", "'" + WHY + "'");
    }
}
