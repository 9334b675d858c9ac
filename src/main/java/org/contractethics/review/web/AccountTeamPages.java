package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.team.DenyingPay;
import org.contractethics.review.internal.team.NamingTeam;
import org.contractethics.review.internal.team.PayDenial;
import org.contractethics.review.internal.team.PayDenial.Ruling;
import org.contractethics.review.internal.team.PayDenials;
import org.contractethics.review.internal.team.RulingOnPay;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** H1: naming who is paid by a contract, denying it, and ruling on that. */
@Controller
@RequestMapping("/contracts/{contractId}/account-team")
class AccountTeamPages {

    private static final String TITLE = "Who is paid by it";

    private final DenyingPay denying;
    private final NamingTeam naming;
    private final RulingOnPay ruling;
    private final PayDenials denials;
    private final FollowUpFrame frame;
    private final ContractRegister contracts;
    private final PeopleDirectory people;

    AccountTeamPages(
            DenyingPay denying,
            NamingTeam naming,
            RulingOnPay ruling,
            PayDenials denials,
            FollowUpFrame frame,
            ContractRegister contracts,
            PeopleDirectory people) {
        this.denying = denying;
        this.naming = naming;
        this.ruling = ruling;
        this.denials = denials;
        this.frame = frame;
        this.contracts = contracts;
        this.people = people;
    }

    @GetMapping
    ModelAndView own(@PathVariable ContractId contractId, Actor actor) {
        Contract contract = contracts.get(contractId);
        List<Statement> said = denials.of(contractId, actor.username()).stream()
                .map(this::statement)
                .toList();
        List<ActForm> forms = forms(contract, actor);
        if (said.isEmpty() && forms.isEmpty()) {
            throw denying.refusal(contract, actor).orElseThrow();
        }
        return page(contractId, said, forms, Typed.nothing(), actor);
    }

    @PostMapping("/denials")
    Object deny(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Contract contract = contracts.get(contractId);
        denying.refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        FormValues values = new FormValues(sent);
        List<FormProblem> problems = denying.problems(values.text("reasons"));
        if (!problems.isEmpty()) {
            return page(contractId, List.of(), forms(contract, actor), new Typed(values, problems), actor);
        }
        denying.deny(contractId, values.text("reasons"), actor);
        return done(next, contractId, "It is recorded. The panel chair or the board committee rules on it.");
    }

    @PostMapping("/people")
    Object name(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Contract contract = contracts.get(contractId);
        naming.refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        FormValues values = new FormValues(sent);
        List<String> named = SubmissionPages.names(values.text("people"));
        List<FormProblem> problems = naming.problems(contract, named);
        if (!problems.isEmpty()) {
            return page(contractId, List.of(), forms(contract, actor), new Typed(values, problems), actor);
        }
        naming.name(contractId, named, actor);
        return done(next, contractId, "They are named and told. They take no part in the review.");
    }

    @GetMapping("/denials/{denialId}")
    ModelAndView denial(@PathVariable ContractId contractId, @PathVariable UUID denialId, Actor actor) {
        PayDenial denial = admitted(contractId, denialId, actor);
        return page(contractId, List.of(statement(denial)), List.of(rulingOn(denial)), Typed.nothing(), actor);
    }

    @PostMapping("/denials/{denialId}")
    Object rule(
            @PathVariable ContractId contractId,
            @PathVariable UUID denialId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        PayDenial denial = admitted(contractId, denialId, actor);
        FormValues values = new FormValues(sent);
        List<FormProblem> problems = ruling.problems(values.flag("paid"), values.text("reasons"));
        if (!problems.isEmpty()) {
            return page(
                    contractId,
                    List.of(statement(denial)),
                    List.of(rulingOn(denial)),
                    new Typed(values, problems),
                    actor);
        }
        ruling.rule(denialId, values.flag("paid"), values.text("reasons"), actor);
        return done(next, contractId, "The ruling is recorded, and both are told.");
    }

    private List<ActForm> forms(Contract contract, Actor actor) {
        List<ActForm> forms = new ArrayList<>();
        String path = path(contract.id());
        if (naming.refusal(contract, actor).isEmpty()) {
            Section section = Section.of(
                    "Name who else is paid by it",
                    "They take no part in the review from now on (H1), and are told. They can deny it.",
                    Field.text("people", "Account names", "Separated by commas.", true));
            forms.add(new ActForm(path + "/people", section, "Name them"));
        }
        if (denying.refusal(contract, actor).isEmpty()) {
            Section section = Section.of(
                    "You are named as paid by this contract",
                    "So you take no part in its review (H1). If it is not so, say so: the panel chair or the board committee rules on it.",
                    Field.area(
                            "reasons",
                            "Why it is not so",
                            "Those who rule read it, not the account owner. The record commits to it.",
                            true,
                            4));
            forms.add(new ActForm(path + "/denials", section, "Deny it"));
        }
        return forms;
    }

    private static ActForm rulingOn(PayDenial denial) {
        Section section = Section.of(
                "Your ruling",
                "Ask the account owner and whoever knows the pay of both. The ruling is kept with its reasons; nobody changes it.",
                Field.radios(
                        "paid",
                        "Are they paid by the contract?",
                        Field.choices("yes", "Yes, they stay out of the review", "no", "No, they take part in it"),
                        null,
                        true),
                Field.area(
                        "reasons",
                        "Reasons",
                        "Reviewers read them in the timeline, and the record commits to them. Leave out what is private.",
                        true,
                        4));
        return new ActForm(path(denial.contract()) + "/denials/" + denial.id(), section, "Record the ruling");
    }

    private Statement statement(PayDenial denial) {
        Statement.Builder statement = Statement.titled("Denial")
                .line("By", people.displayName(denial.person()) + ", " + Times.words(denial.deniedAt()))
                .line("Why it is not so", denial.reasons());
        Ruling ruled = denial.ruling();
        if (ruled == null) {
            return statement
                    .line("Ruling", "Waits for the panel chair or the board committee")
                    .build();
        }
        return statement
                .line("Ruling", ruled.paid() ? "Paid by the contract" : "Not paid by the contract")
                .line("Reasons", ruled.reasons())
                .line("Ruled by", people.displayName(ruled.by()) + ", " + Times.words(ruled.at()))
                .build();
    }

    private PayDenial admitted(ContractId contract, UUID id, Actor actor) {
        PayDenial denial = ruling.get(id);
        if (!denial.contract().equals(contract)) {
            throw Refused.notFound("There is no such denial.");
        }
        ruling.refusal(denial, actor).ifPresent(refused -> {
            throw refused;
        });
        return denial;
    }

    private ModelAndView page(
            ContractId id, List<Statement> statements, List<ActForm> forms, Typed typed, Actor actor) {
        String state = contracts.get(id).state().label();
        return frame.page(id, new Content(TITLE, state, statements, forms), null, typed, actor);
    }

    private static String path(ContractId contract) {
        return "/contracts/" + contract + "/account-team";
    }

    private static String done(RedirectAttributes next, ContractId contract, String message) {
        next.addFlashAttribute("message", message);
        return "redirect:/contracts/" + contract;
    }
}
