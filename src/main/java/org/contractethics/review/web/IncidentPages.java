package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.Incident;
import org.contractethics.review.internal.followup.RecordingIncidents;
import org.contractethics.review.internal.followup.RecordingIncidents.News;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** S11: recording what became known of a signed contract, with the files that show it, and handing these out. */
@Controller
@RequestMapping("/contracts/{contractId}/incidents")
class IncidentPages {

    private final RecordingIncidents recording;
    private final EvidenceFiles files;
    private final FollowUpFrame frame;
    private final ContractRegister contracts;

    IncidentPages(RecordingIncidents recording, EvidenceFiles files, FollowUpFrame frame, ContractRegister contracts) {
        this.recording = recording;
        this.files = files;
        this.frame = frame;
        this.contracts = contracts;
    }

    @GetMapping
    ModelAndView form(@PathVariable ContractId contractId, Actor actor) {
        if (!recording.mayRecord(contractId, actor)) {
            throw Refused.notAllowed(
                    "This is for people who watch signed contracts and have no part in the sale of this contract (H1).");
        }
        return form(contractId, Typed.nothing(), actor);
    }

    @PostMapping
    Object record(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> chosen,
            Actor actor,
            RedirectAttributes next) {
        FormValues values = new FormValues(sent);
        News news = new News(
                values.constant("kind", Incident.Kind.class),
                values.date("happened-on"),
                values.text("source"),
                values.constant("reliability", Incident.Reliability.class),
                values.text("account"),
                RightOptions.chosen(values),
                SentFiles.evidence(chosen));
        List<FormProblem> problems = recording.problems(news);
        if (!problems.isEmpty() && recording.mayRecord(contractId, actor)) {
            return form(contractId, new Typed(values, SentFiles.chooseAgain(problems, chosen)), actor);
        }
        recording.record(contractId, news, actor);
        next.addFlashAttribute("message", "It is recorded and stands on this page. It cannot be changed.");
        return "redirect:/contracts/" + contractId;
    }

    @GetMapping("/{incidentId}/files/{number}")
    ResponseEntity<byte[]> copy(
            @PathVariable ContractId contractId,
            @PathVariable UUID incidentId,
            @PathVariable int number,
            Actor viewer) {
        return files.copy(contractId, incidentId, number, viewer);
    }

    @GetMapping("/{incidentId}/files/{number}/original")
    ResponseEntity<byte[]> original(
            @PathVariable ContractId contractId,
            @PathVariable UUID incidentId,
            @PathVariable int number,
            Actor viewer) {
        return files.original(contractId, incidentId, number, viewer);
    }

    private ModelAndView form(ContractId contract, Typed typed, Actor actor) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Incident.Kind kind : Incident.Kind.values()) {
            kinds.put(kind.name(), kind.label());
        }
        Map<String, String> reliability = new LinkedHashMap<>();
        for (Incident.Reliability grade : Incident.Reliability.values()) {
            reliability.put(grade.name(), grade.label());
        }
        Section section = Section.of(
                "What became known",
                "It stays on the page of the contract and cannot be changed. Name no person who may be hurt by it.",
                Field.select("kind", "Kind", kinds, null, true),
                Field.date("happened-on", "Day it happened", null, true),
                Field.text("source", "Source", "For example the name of the paper and the date, or the report.", true),
                Field.select("reliability", "Reliability of the source", reliability, null, true),
                Field.area("account", "What happened", null, true, 5),
                Field.text("rights", "Rights concerned", "Codes of the catalogue, for example R05, R12.", false)
                        .noting(List.of(new Field.Note("The catalogue of rights", "/rules/rights"))),
                Field.files(
                        "files",
                        "Evidence",
                        "At most 10 files, 25 MB together. They are kept as they come; readers get a copy that was rebuilt"
                                + " where one can be, and the original to save.",
                        false));
        ActForm form = new ActForm("/contracts/" + contract + "/incidents", section, "Record it");
        Content content = new Content(
                "Record an incident or news", contracts.get(contract).state().label(), List.of(), List.of(form));
        return frame.page(contract, content, null, typed, actor);
    }
}
