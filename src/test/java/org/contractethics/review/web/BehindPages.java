package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.DeclaredInterests;
import org.contractethics.People;
import org.contractethics.access.CurrentActor;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.DeclaringInterests;
import org.contractethics.review.internal.DraftingAssessment;
import org.contractethics.review.internal.RecordingAssessment;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.execution.BringingExecutedCopies;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.workflow.internal.ClaimingTasks;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/**
 * People who work off the stages of a review by what is behind its pages, for tests of what comes afterwards: their forms are read and
 * checked and their use cases asked as by {@link ReviewHands}, but no page is drawn or sent.
 */
@Component
final class BehindPages {

    private final Pages pages;
    private final Map<Stage, StageForms> forms;
    private final Acts acts;
    private final CurrentActor people;
    private final JdbcClient database;

    BehindPages(Pages pages, List<StageForms> forms, Acts acts, CurrentActor people, JdbcClient database) {
        this.pages = pages;
        this.forms = forms.stream().collect(Collectors.toMap(StageForms::stage, Function.identity()));
        this.acts = acts;
        this.people = people;
        this.database = database;
    }

    @Component
    record Pages(
            SubmissionPages submissions,
            StagePages stages,
            AssessmentPages assessments,
            ConsultationPages consultations,
            VotePages votes) {}

    /** What people do besides sending a form. */
    @Component
    record Acts(
            StageWork work,
            ClaimingTasks claiming,
            DeclaringInterests declaring,
            DraftingAssessment drafting,
            RecordingAssessment recording,
            BringingExecutedCopies bringing) {}

    void submit(ContractId contract, Map<String, ?> fields, String owner) {
        as(owner, actor -> demandRedirect(pages.submissions().submit(contract, sent(fields), actor, next())));
    }

    /** Claims the task, and sends the form with what it begins with and these fields. */
    void workOff(ReviewId review, Stage stage, String person, Map<String, ?> fields) {
        claim(review, stage, person);
        send(review, stage, person, fields);
    }

    void claim(ReviewId review, Stage stage, String person) {
        as(person, actor -> acts.claiming().claim(task(review, stage), actor));
    }

    /**
     * The oldest task that nobody holds and that this person may take on.
     *
     * @param about the contract, or what the task is about
     */
    void claim(UUID about, String person) {
        List<String> refusals = new ArrayList<>();
        as(person, actor -> claimed(about, actor, refusals));
    }

    private void claimed(UUID about, Actor actor, List<String> refusals) {
        List<String> open = database.sql(
                        """
                        select task_id from workflow.inbox_item
                        where :about in (contract_id, subject_id) and completed_at is null and assignee is null and not shared
                        order by created_at, task_id""")
                .param("about", about)
                .query(String.class)
                .list();
        for (String task : open) {
            try {
                acts.claiming().claim(task, actor);
                return;
            } catch (Refused refused) {
                refusals.addAll(refused.reasons());
            }
        }
        throw new AssertionError(actor.username() + " finds no task to claim among " + open.size() + ": " + refusals);
    }

    void send(ReviewId review, Stage stage, String person, Map<String, ?> fields) {
        as(person, actor -> {
            declare(review, stage, actor);
            StageForms form = Objects.requireNonNull(forms.get(stage), () -> "no form of " + stage);
            MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(
                    form.initial(acts.work().look(review, stage, actor)).all());
            sent.putAll(sent(fields));
            demandRedirect(pages.stages().send(review, stage.taskKey(), sent, actor, next()));
        });
    }

    /**
     * All rights at once, one of them touched, by who claimed the assessment.
     *
     * @param severity what is answered of the right contains this
     */
    void assess(
            ReviewId review,
            String person,
            Map<String, ?> marks,
            String right,
            Map<String, ?> impact,
            String severity) {
        as(person, actor -> {
            declare(review, Stage.ASSESSMENT, actor);
            demandRedirect(pages.assessments().mark(review, seen(review, "marks", marks, actor), actor, next()));
            RedirectAttributesModelMap described = next();
            demandRedirect(
                    pages.assessments().write(review, right, seen(review, right, impact, actor), actor, described));
            assertThat(described.getFlashAttributes().get("message")).asString().contains(severity);
            acts.recording().record(review, actor);
        });
    }

    /** On top of the draft as it is stored, as on its page. */
    private MultiValueMap<String, String> seen(ReviewId review, String part, Map<String, ?> fields, Actor actor) {
        MultiValueMap<String, String> sent = sent(fields);
        Open open = acts.work().look(review, Stage.ASSESSMENT, actor);
        sent.set("seen", String.valueOf(acts.drafting().draft(open.review()).version(part)));
        return sent;
    }

    void consult(ReviewId review, String person, Map<String, ?> fields) {
        as(person, actor -> {
            declare(review, Stage.ASSESSMENT, actor);
            demandRedirect(pages.consultations().add(review, sent(fields), actor, next()));
        });
    }

    /** Who sits on the panel; employee panelists last. */
    List<Drawn> drawn(ReviewId review) {
        List<Drawn> drawn = new ArrayList<>(database.sql(
                        "select person, role from review.panel_seat where review_id = :review order by seat, person")
                .param("review", review.value())
                .query((row, number) -> new Drawn(row.getString("person"), row.getString("role")))
                .list());
        drawn.sort(Comparator.comparing(seat -> seat.role().equals("EMPLOYEE_PANELIST")));
        return drawn;
    }

    void vote(ReviewId review, Drawn member, String choice) {
        send(review, Stage.VOTE, member.person(), ReviewHands.ballot(member.person(), member.role(), choice));
    }

    void close(ReviewId review, String chair) {
        as(chair, actor -> {
            declare(review, Stage.VOTE, actor);
            pages.votes().close(review, null, actor, next());
        });
    }

    /** Claims the signature gate and brings this very file as what was signed today. */
    void sign(ReviewId review, String person, String fileName, byte[] file) {
        claim(review, Stage.SIGNATURE_GATE, person);
        as(person, actor -> {
            declare(review, Stage.SIGNATURE_GATE, actor);
            acts.bringing().bring(review, List.of(new SentDocument(fileName, new ByteArrayResource(file))), actor);
        });
        MultiValueMap<String, String> fields = sent(ReviewHands.signedToday());
        fields.add("same", "yes");
        send(review, Stage.SIGNATURE_GATE, person, fields);
    }

    /** Signs the declaration of interests. */
    void declare(ReviewId review, Stage stage, String person) {
        as(person, actor -> declare(review, stage, actor));
    }

    private void declare(ReviewId review, Stage stage, Actor actor) {
        DeclaredInterests.before(actor.username(), "/reviews/" + review + "/stages/" + stage.taskKey(), (id, key) -> {
            acts.declaring().declareNone(review, stage, actor);
            return true;
        });
    }

    private String task(ReviewId review, Stage stage) {
        return database.sql(
                        """
                        select task_id from workflow.inbox_item
                        where subject_id = :review and task_key = :stage and completed_at is null""")
                .param("review", review.value())
                .param("stage", stage.taskKey())
                .query(String.class)
                .single();
    }

    /** As if within a request of this person. */
    private void as(String person, Consumer<Actor> act) {
        SecurityContextHolder.getContext().setAuthentication(People.authenticated(person));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            act.accept(people.get());
        } finally {
            RequestContextHolder.resetRequestAttributes();
            SecurityContextHolder.clearContext();
        }
    }

    private static void demandRedirect(Object answer) {
        assertThat(answer)
                .as(() -> "the page is shown anew: " + refusal(answer))
                .isInstanceOf(String.class);
    }

    private static String refusal(Object answer) {
        return answer instanceof ModelAndView page
                ? page.getModel().get("problems") + ", " + page.getModel().get("reasons")
                : String.valueOf(answer);
    }

    private static RedirectAttributesModelMap next() {
        return new RedirectAttributesModelMap();
    }

    private static MultiValueMap<String, String> sent(Map<String, ?> fields) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof List<?> many) {
                many.forEach(one -> sent.add(name, one.toString()));
            } else {
                sent.add(name, value.toString());
            }
        });
        return sent;
    }
}
