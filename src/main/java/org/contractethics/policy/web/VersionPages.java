package org.contractethics.policy.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.policy.internal.CommentingVersion;
import org.contractethics.policy.internal.Comments;
import org.contractethics.policy.internal.DecidingVersion;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.policy.internal.PolicyConcerns;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.PolicyVersions;
import org.contractethics.policy.internal.RecordedVersion;
import org.contractethics.policy.internal.VersionState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenMatters.OpenMatter;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One version: what it says, what it changes, what staff say of it, and the decision of the board committee. */
@Controller
class VersionPages {

    private final PolicyVersions versions;
    private final PolicyInForce policy;
    private final Comments comments;
    private final CommentingVersion commenting;
    private final DecidingVersion deciding;
    private final PolicyConcerns weighing;
    private final VersionCards cards;

    VersionPages(
            PolicyVersions versions,
            PolicyInForce policy,
            Comments comments,
            CommentingVersion commenting,
            DecidingVersion deciding,
            PolicyConcerns weighing,
            VersionCards cards) {
        this.versions = versions;
        this.policy = policy;
        this.comments = comments;
        this.commenting = commenting;
        this.deciding = deciding;
        this.weighing = weighing;
        this.cards = cards;
    }

    /** A step or a comment, with its person in words. */
    public record Said(String who, String what, Instant at, String text) {}

    @GetMapping("/rules/versions/{number}")
    ModelAndView version(@PathVariable int number, Actor actor) {
        return page(new Sent(number, "", "", Map.of(), actor), List.of());
    }

    /** The way from a task of the work list, which knows versions by their id. */
    @GetMapping("/rules/changes/{id}")
    String change(@PathVariable UUID id) {
        RecordedVersion version =
                versions.find(id).orElseThrow(() -> Refused.notFound("There is no such change of the rules."));
        return "redirect:/rules/versions/" + version.number();
    }

    @GetMapping("/rules/versions/{number}/files/{name}")
    ResponseEntity<byte[]> file(@PathVariable int number, @PathVariable String name) {
        String text = policy.version(number)
                .complete()
                .file(name)
                .orElseThrow(() -> Refused.notFound("There is no such file in this version."));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/rules/versions/{number}/comments")
    Object comment(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String comment,
            Actor actor,
            RedirectAttributes redirect) {
        Sent sent = new Sent(number, "comment", comment, Map.of(), actor);
        return act(
                sent,
                () -> commenting.comment(number, comment, actor),
                "Your comment stands with the version.",
                redirect);
    }

    @PostMapping("/rules/versions/{number}/approval")
    Object approve(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam Map<String, String> fields,
            Actor actor,
            RedirectAttributes redirect) {
        Map<String, String> weighed = weighed(fields);
        Sent sent = new Sent(number, "reasons", reasons, weighed, actor);
        return act(
                sent,
                () -> deciding.approve(number, reasons, weighed, actor),
                "The version is approved and announced.",
                redirect);
    }

    @PostMapping("/rules/versions/{number}/withdrawal")
    Object withdraw(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam Map<String, String> fields,
            Actor actor,
            RedirectAttributes redirect) {
        Sent sent = new Sent(number, "reasons", reasons, weighed(fields), actor);
        return act(sent, () -> deciding.withdraw(number, reasons, actor), "The version is withdrawn.", redirect);
    }

    /**
     * Words somebody sent about a version, and the field they stood in.
     *
     * @param weighed what they said of concerns, by their ids
     */
    private record Sent(int number, String field, String words, Map<String, String> weighed, Actor actor) {

        String in(String asked) {
            return field.equals(asked) ? words : "";
        }
    }

    private static Map<String, String> weighed(Map<String, String> fields) {
        Map<String, String> weighed = new HashMap<>();
        fields.forEach((name, text) -> {
            if (name.startsWith(PolicyConcerns.FIELD)) {
                weighed.put(name.substring(PolicyConcerns.FIELD.length()), text);
            }
        });
        return weighed;
    }

    /** What is wrong with the words is shown beside the field with the words kept; other refusals have their page. */
    private Object act(Sent sent, Runnable step, String done, RedirectAttributes redirect) {
        try {
            step.run();
        } catch (Refused e) {
            if (e.kind() != Refused.Kind.INVALID) {
                throw e;
            }
            List<FormProblem> problems = e.fields().isEmpty()
                    ? e.reasons().stream()
                            .map(reason -> new FormProblem(sent.field(), reason))
                            .toList()
                    : e.fields();
            ModelAndView page = page(sent, problems);
            page.setStatus(HttpStatusCode.valueOf(e.kind().status()));
            return page;
        }
        redirect.addFlashAttribute("message", done);
        return "redirect:/rules/versions/" + sent.number();
    }

    private ModelAndView page(Sent sent, List<FormProblem> problems) {
        int number = sent.number();
        Actor actor = sent.actor();
        RecordedVersion version = versions.get(number);
        EvaluatedPolicy evaluated = policy.version(number);
        Integer basedOn = version.basedOn();
        ModelAndView page = new ModelAndView("policy/version-page");
        boolean staff = CommentingVersion.staff(actor);
        page.addObject("staff", staff);
        page.addObject("version", cards.of(number, actor));
        page.addObject("recorded", version);
        page.addObject("tables", evaluated.tables());
        page.addObject("files", evaluated.content().names());
        page.addObject("text", PolicyText.of(evaluated.content().text()));
        page.addObject(
                "steps", version.steps().stream().map(step -> said(step, actor)).toList());
        page.addObject(
                "comments",
                staff
                        ? comments.of(number).stream()
                                .map(said -> said(said, actor))
                                .toList()
                        : List.of());
        page.addObject(
                "consultationUntil",
                version.state() == VersionState.PROPOSED
                        ? version.consultationUntil().map(Times::words).orElse("")
                        : "");
        page.addObject("basedOn", basedOn);
        page.addObject("differences", basedOn == null ? null : Differences.between(policy.version(basedOn), evaluated));
        page.addObject("mayComment", version.open() && commenting.mayComment(actor));
        page.addObject("mayRun", actor.hasAny(Role.HR_REVIEWER, Role.BOARD_COMMITTEE, Role.AUDITOR));
        offer(page, version, actor);
        page.addObject("problems", problems);
        page.addObject("comment", sent.in("comment"));
        page.addObject("reasons", sent.in("reasons"));
        page.addObject("weighed", staff ? weighing.of(number, actor) : List.of());
        List<OpenMatter> concerns = version.open() ? concerns(problems, actor) : List.of();
        page.addObject("concerns", concerns);
        page.addObject("aboutThis", PolicyConcerns.aboutVersion(number, concerns));
        page.addObject("said", sent.weighed());
        return page;
    }

    /** What has to be weighed is live; what is only looked at moves when a day is over. */
    private List<OpenMatter> concerns(List<FormProblem> problems, Actor actor) {
        return problems.stream().anyMatch(problem -> problem.field().startsWith(PolicyConcerns.FIELD))
                ? weighing.toWeigh(actor)
                : weighing.open(actor);
    }

    private void offer(ModelAndView page, RecordedVersion version, Actor actor) {
        boolean board = actor.has(Role.BOARD_COMMITTEE);
        boolean proposed = version.state() == VersionState.PROPOSED;
        List<String> against = proposed && board
                ? deciding.objections(version, actor).isEmpty()
                        ? deciding.obstacles(version)
                        : deciding.objections(version, actor)
                : List.of();
        page.addObject("against", against);
        page.addObject("mayApprove", proposed && board && against.isEmpty());
        page.addObject("mayWithdraw", version.open() && DecidingVersion.mayWithdraw(version, actor));
    }

    /** The step itself, in the past: what stands now is told by the state. */
    private static String taken(VersionState state) {
        return switch (state) {
            case PROPOSED -> "Proposed and announced";
            case APPROVED -> "Approved";
            case IN_FORCE -> "Came into force";
            case SUPERSEDED -> "Replaced by a later version";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    private Said said(RecordedVersion.Step step, Actor viewer) {
        return new Said(cards.who(step.actor(), viewer), taken(step.state()), step.at(), step.reason());
    }

    private Said said(Comments.Comment comment, Actor viewer) {
        return new Said(cards.who(comment.author(), viewer), "", comment.at(), comment.text());
    }
}
