package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.OLGA;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A letter about several contracts is kept from the people of each (H13), and what it holds it lets go on each. */
@IntegrationTest
class LetterAboutContractsIT {

    private static final Map<String, String> ANSWER =
            Map.of("cause", "OTHER", "considered", "x", "decision", "x", "article", "x", "effect", "x", "appeal", "x");

    private final ConcernHands hands;
    private final OpeningLetters opening;
    private final RegisteringContracts registering;
    private final ConcernKnowledge knowledge;
    private final ConcernMeasures measures;
    private final JdbcClient database;

    LetterAboutContractsIT(
            @Autowired MockMvcTester mvc,
            @Autowired OpeningLetters opening,
            @Autowired RegisteringContracts registering,
            @Autowired ConcernKnowledge knowledge,
            @Autowired ConcernMeasures measures,
            @Autowired JdbcClient database) {
        this.hands = new ConcernHands(mvc);
        this.opening = opening;
        this.registering = registering;
        this.knowledge = knowledge;
        this.measures = measures;
        this.database = database;
    }

    @Test
    void whoever_is_paid_by_one_of_its_contracts_neither_reads_nor_handles_it_nor_gets_a_key() {
        ConcernId letter = opened(contractOf("sofia.marin"), contractOf("olga.petrova"));

        assertThat(hands.get("/concerns/" + letter, "olga.petrova")).hasStatus(404);
        assertThat(hands.post("/concerns/" + letter + "/acknowledge", "olga.petrova", Map.of()))
                .hasStatus(404);
        assertThat(body(hands.get("/concerns", "olga.petrova"))).doesNotContain(letter.toString());
        assertThat(knowledge.withheldFrom(OLGA)).contains(letter);
        assertThat(knowledge.keptFrom(letter)).contains("olga.petrova", "sofia.marin");
        assertThat(database.sql("select recipient from concern.key_wrap where concern = :id")
                        .param("id", letter.value())
                        .query(String.class)
                        .list())
                .doesNotContain("olga.petrova", "sofia.marin");
        assertThatThrownBy(() -> database.sql(
                                "insert into concern.key_wrap values (:id, 'HANDLING', 'olga.petrova', '\\x00')")
                        .param("id", letter.value())
                        .update())
                .hasMessageContaining("had a hand in the contract");
        assertThat(body(hands.get("/concerns/" + letter, "george.tan"))).contains("Acknowledge the concern");
    }

    @Test
    void its_holds_go_on_every_contract_by_hand_and_by_the_answer_and_a_hearing_by_the_table_stays() {
        ContractId one = contractOf("sofia.marin");
        ContractId two = contractOf("sofia.marin");
        ConcernId letter = opened(one, two);
        String release = "/concerns/" + letter + "/release";
        Map<String, String> because = Map.of("release-because", "The review that was opened again answers all of it.");
        assertThat(hands.post(release, "olga.petrova", because)).hasStatus(409);
        List.of(one, two).forEach(contract -> measures.hold(contract, letter, "Fifty people signed."));

        sent(hands.post(release, "olga.petrova", because));

        assertThat(measures.of(letter)).hasSize(2).noneMatch(Taken::stands);
        ConcernId second = opened(one, two);
        List.of(one, two).forEach(contract -> {
            measures.hold(contract, second, "Fifty people signed.");
            measures.take(Measure.HEARING, contract, second, "I ask for it.", "olga.petrova");
        });
        ConcernId third = opened(one, two);
        measures.hearing(one, third, "Twenty-five people signed.");
        answer(second);
        answer(third);
        assertThat(measures.of(second)).hasSize(4).noneMatch(Taken::stands);
        assertThat(measures.of(third)).as("the panel hears them all the same").allMatch(Taken::stands);
    }

    private void answer(ConcernId letter) {
        sent(hands.post("/concerns/" + letter + "/acknowledge", "olga.petrova", Map.of()));
        sent(hands.post("/concerns/" + letter + "/answer", "olga.petrova", ANSWER));
    }

    private ConcernId opened(ContractId... contracts) {
        OpenLetter letter = aLetter(SigningMode.NAMED, "", contracts);
        opening.open(letter, NOAH);
        return letter.id();
    }

    private ContractId contractOf(String owner) {
        return registering
                .register(
                        RegisteredContracts.aDraft("Letter " + UUID.randomUUID()),
                        "FORM",
                        new Actor(owner, owner, Set.of(Role.SUBMITTER, Role.EMPLOYEE)))
                .id();
    }
}
