package org.contractethics.concern.web;

import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.Map;
import java.util.UUID;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A concern of Erin about a contract, and the people who ask, pass on and answer through the pages. */
final class QuestionHands {

    static final String ERIN = "erin.walsh";
    static final String OLGA = "olga.petrova";
    static final String DANA = "dana.whitfield";
    static final String HELEN = "helen.okafor";

    final ConcernHands hands;
    final Contract contract;
    final String id = UUID.randomUUID().toString();
    final String canary = "question-" + UUID.randomUUID();
    final String question = "Which people do you mean? " + canary;

    QuestionHands(MockMvcTester mvc, RegisteringContracts registering) {
        this.hands = new ConcernHands(mvc);
        this.contract =
                registering.register(RegisteredContracts.aDraft("Asked " + id), "FORM", RegisteredContracts.SOFIA);
    }

    void file(Map<String, String> changed) {
        file(id, changed);
    }

    void file(String concern, Map<String, String> changed) {
        Map<String, String> form = ConcernHands.form(concern, changed);
        form.put("contract", contract.id().toString());
        sent(hands.post("/concerns", ERIN, form));
    }

    /** Erin opens a letter about the contract. */
    void openLetter(String signing) {
        sent(hands.post(
                "/letters",
                ERIN,
                Map.of(
                        "id",
                        id,
                        "contracts",
                        contract.id().toString(),
                        "title",
                        "End it",
                        "topic",
                        "HARM",
                        "text",
                        "We do not build this.",
                        "demands",
                        "End it.",
                        "signing",
                        signing,
                        "revealAt",
                        signing.equals("REVEALED_AT") ? "5" : "")));
    }

    void acknowledge() {
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));
    }

    MvcTestResult ask(String reviewer) {
        return ask(reviewer, question);
    }

    MvcTestResult ask(String reviewer, String text) {
        return hands.post(form(), reviewer, Map.of("question", text));
    }

    MvcTestResult passOn() {
        return passOn(question);
    }

    /** @param wording read only where reviewers do not read what the filer writes */
    MvcTestResult passOn(String wording) {
        return hands.post(act("pass-on"), OLGA, Map.of("wording", wording));
    }

    MvcTestResult turnBack(String reason) {
        return hands.post(act("turn-back"), OLGA, Map.of("reason", reason));
    }

    MvcTestResult answer(String filer, String text) {
        return hands.post(act("answer"), filer, Map.of("answer", text));
    }

    MvcTestResult answerAndAgree(String filer, String text) {
        return hands.post(act("answer"), filer, Map.of("answer", text, "show", "yes"));
    }

    MvcTestResult release(String officer, String text) {
        return hands.post(act("release"), officer, Map.of("released", text));
    }

    String form() {
        return "/contracts/" + contract.id() + "/concerns/" + id + "/question";
    }

    String act(String what) {
        return "/concerns/" + id + "/questions/1/" + what;
    }

    String caseOf(String viewer) {
        return body(hands.get("/contracts/" + contract.id(), viewer));
    }

    String page(String viewer) {
        return body(hands.get("/concerns/" + id, viewer));
    }
}
