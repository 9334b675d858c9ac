package org.contractethics.policy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.PolicyChanges.VersionProposed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S0: a change of the rules begins as a proposal with its reason. Nothing holds by being proposed. */
@Component
public class ProposingVersion {

    static final String OBSERVERS_REFUSED =
            "Auditors and leadership only observe: they propose, approve and withdraw no version of the rules.";

    /** Whoever means a later day has mistyped the year, or proposes for people who cannot know it yet. */
    private static final int MOST_YEARS_AHEAD = 2;

    private static final int LONGEST = 10_000;

    private final PolicyVersions versions;
    private final MovingVersions moving;
    private final BringingIntoForce bringing;
    private final PolicyInForce policy;
    private final PeopleDirectory people;
    private final ConsultationProperties settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProposingVersion(
            PolicyVersions versions,
            MovingVersions moving,
            BringingIntoForce bringing,
            PolicyInForce policy,
            PeopleDirectory people,
            ConsultationProperties settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.moving = moving;
        this.bringing = bringing;
        this.policy = policy;
        this.people = people;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** What is wrong with the words of the proposal; the files are checked when it is sent. */
    public List<FormProblem> problems(Proposal proposal) {
        List<FormProblem> problems = new ArrayList<>();
        LocalDate effectiveOn = proposal.effectiveOn();
        if (proposal.reason().isBlank() || proposal.reason().length() > LONGEST) {
            problems.add(new FormProblem("reason", "Say why the rules should change, in up to 10,000 characters."));
        }
        if (effectiveOn == null
                || effectiveOn.isBefore(consultation().over())
                || effectiveOn.isAfter(today().plusYears(MOST_YEARS_AHEAD))) {
            problems.add(new FormProblem("effective-on", rightDay()));
        }
        if (proposal.text().isBlank()) {
            problems.add(new FormProblem("text", "Say in words what the policy says."));
        }
        proposal.files().keySet().stream()
                .filter(name -> !PolicyContent.NAMES.contains(name) || name.equals(PolicyContent.TEXT))
                .sorted()
                .forEach(name -> problems.add(new FormProblem(
                        "files",
                        "There is no file " + name + " in the policy. Keep the name of the file you change.")));
        return problems;
    }

    private String rightDay() {
        Consultation consultation = consultation();
        return consultation
                .until()
                .map(last -> "Choose the first day it is in force: " + Times.words(consultation.over())
                        + " or later, within two years. Until " + Times.words(last)
                        + " staff can comment, and nobody approves.")
                .orElse("Choose the first day it is in force: today or later, within two years.");
    }

    /** What a form says of the day: from when on, because staff comment first. */
    public String hintOfDay() {
        Consultation consultation = consultation();
        return consultation
                .until()
                .map(last -> "If the board committee approves it by then. Staff can comment until " + Times.words(last)
                        + " first, so " + Times.words(consultation.over()) + " at the earliest.")
                .orElse("If the board committee approves it by then.");
    }

    private void demandAuthor(Actor actor) {
        if (actor.observes()) {
            throw Refused.notAllowed(OBSERVERS_REFUSED);
        }
        if (!actor.hasAny(Role.HR_REVIEWER, Role.BOARD_COMMITTEE)) {
            throw Refused.notAllowed(
                    "Changes of the rules are proposed by human-rights reviewers and members of the board committee.");
        }
    }

    /** @return number of the proposed version */
    @Transactional
    public int propose(Proposal proposal, Actor actor) {
        demandAuthor(people.asOfNow(actor));
        List<FormProblem> wrong = problems(proposal);
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
        bringing.whatIsDue();
        int number = versions.nextNumber();
        EvaluatedPolicy inForce = policy.now();
        if (proposal.basedOn() != inForce.current().number()) {
            throw Refused.conflict("Version " + inForce.current().number()
                    + " came into force since you began. Look at it and propose your change anew.");
        }
        PolicyContent content = changed(inForce.complete(), proposal);
        if (content.hash().equals(inForce.complete().hash())) {
            throw Refused.invalid(
                    "Nothing differs from the version in force. Change the text or choose a changed file.");
        }
        VersionCheck.Result checked = new VersionCheck(inForce.complete()).check(content);
        refuse(checked.problems());
        begin(number, proposal, content, checked.combinations(), actor);
        return number;
    }

    private void begin(int number, Proposal proposal, PolicyContent content, int combinations, Actor actor) {
        Instant now = clock.instant();
        RecordedVersion version = new RecordedVersion(
                number,
                UUID.randomUUID(),
                proposal.basedOn(),
                content.hash(),
                actor.username(),
                proposal.reason().strip(),
                Objects.requireNonNull(proposal.effectiveOn()),
                settings.consultationDays(),
                combinations,
                now,
                List.of(),
                0);
        moving.begin(version, content, VersionMove.PROPOSE);
        events.publishEvent(new VersionProposed(version.id(), number, now));
        events.publishEvent(Notice.toRoles(
                Announcement.REVIEWERS,
                "Version " + number + " of the rules is proposed",
                version.consultationUntil()
                        .map(last -> "Read what would change and comment on it until " + Times.words(last)
                                + ". The board committee decides after that.")
                        .orElse("Read what would change and comment on it. The board committee decides."),
                "/rules/versions/" + number));
    }

    private static PolicyContent changed(PolicyContent inForce, Proposal proposal) {
        Map<String, String> files = new LinkedHashMap<>(proposal.files());
        files.put(PolicyContent.TEXT, proposal.text().strip() + "\n");
        return inForce.with(files);
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(Refused.Kind.INVALID, problems);
        }
    }

    /** Of what is proposed today. */
    private Consultation consultation() {
        return new Consultation(today(), settings.consultationDays());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
