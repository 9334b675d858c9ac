package org.contractethics.review.web;

import java.util.Arrays;
import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.Documents;
import org.contractethics.review.internal.SubmittingForReview;
import org.contractethics.review.internal.SubmittingForReview.Submission;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** S1: the account owner submits a contract for review. */
@Controller
class SubmissionPages {

    private final SubmittingForReview submitting;
    private final ContractRegister contracts;
    private final Documents documents;
    private final CaseFacts facts;

    SubmissionPages(SubmittingForReview submitting, ContractRegister contracts, Documents documents, CaseFacts facts) {
        this.submitting = submitting;
        this.contracts = contracts;
        this.documents = documents;
        this.facts = facts;
    }

    @GetMapping("/reviews/new")
    ModelAndView form(@RequestParam ContractId contract, Actor actor) {
        return page(admitted(contract, actor), FormValues.none(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/reviews/new/check")
    ModelAndView check(
            @RequestParam ContractId contract, @RequestParam MultiValueMap<String, String> sent, Actor actor) {
        Contract submitted = admitted(contract, actor);
        FormValues values = new FormValues(sent);
        if (values.has("change")) {
            return page(submitted, values.without("change"), List.of(), HttpStatus.OK);
        }
        List<FormProblem> problems = problems(contract, values);
        return problems.isEmpty()
                ? common(new ModelAndView("review/submit-check"), submitted, values)
                : page(submitted, values, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/reviews")
    Object submit(
            @RequestParam ContractId contract,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes redirect) {
        Contract submitted = admitted(contract, actor);
        FormValues values = new FormValues(sent);
        List<FormProblem> problems = problems(contract, values);
        if (!problems.isEmpty()) {
            return page(submitted, values, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        submitting.submit(contract, submission(values), actor);
        redirect.addFlashAttribute(
                "message", "The contract is submitted for review. Legal confirms the documents next.");
        return "redirect:/contracts/" + contract;
    }

    private List<FormProblem> problems(ContractId contract, FormValues values) {
        return Section.together(
                Section.unreadable(sections(), values), submitting.problems(contract, submission(values)));
    }

    private Contract admitted(ContractId id, Actor actor) {
        Contract contract = contracts.get(id);
        submitting.refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        return contract;
    }

    private ModelAndView page(Contract contract, FormValues values, List<FormProblem> problems, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("review/submit");
        page.setStatus(status);
        page.addObject("problems", problems);
        page.addObject("facts", facts.contract(contract));
        return common(page, contract, values);
    }

    private ModelAndView common(ModelAndView page, Contract contract, FormValues values) {
        page.addObject("contract", contract);
        page.addObject("values", values);
        page.addObject("sections", sections());
        page.addObject("papers", papers(contract));
        page.addObject(
                "gaps",
                Statement.titled("What is not known yet, or too soon")
                        .lines("Gap", submitting.gaps(contract, submission(values)))
                        .lines(
                                "Too soon",
                                submitting.tooSoon(submission(values)).stream().toList())
                        .build());
        return page;
    }

    private List<Section> sections() {
        return List.of(Section.of(
                "Intake",
                "What is not known is shown as a gap and raises the tier. It does not bar you from submitting.",
                Field.area("end-use", "End use", "What the agency will do with what is delivered.", true, 5),
                Field.date("planned-signature", "Planned day of signature", submitting.timeBeforeSignature(), false),
                Field.text(
                        "account-team",
                        "Account team",
                        "Account names, separated by commas, of everyone who is paid by this contract. They take no part in the review (H1).",
                        false)));
    }

    private Statement papers(Contract contract) {
        Statement.Builder papers = Statement.titled("Documents");
        documents
                .currentVersions(contract.id())
                .forEach(version -> papers.line(
                        ReviewWords.plain(version.status().name()),
                        version.title() + ", version " + version.number(),
                        "/contracts/" + contract.id() + "/documents/" + version.id()));
        return papers.build();
    }

    private static Submission submission(FormValues values) {
        return new Submission(
                values.text("end-use"), values.date("planned-signature"), names(values.text("account-team")));
    }

    /** Account names, however they were separated. */
    static List<String> names(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+"))
                .filter(name -> !name.isBlank())
                .toList();
    }
}
