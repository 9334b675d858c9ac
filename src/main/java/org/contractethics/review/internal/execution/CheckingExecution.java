package org.contractethics.review.internal.execution;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.ExecutedCopies;
import org.contractethics.document.ExecutedCopies.Compared;
import org.contractethics.document.ExecutedCopies.Copy;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.OncePerRequest;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.execution.Executed.Kept;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what legal states of a signature holds: the copies are what was decided on, and it was signed while the approval held. */
@Component
public class CheckingExecution {

    private static final int LONGEST_NAME = 200;

    private final ExecutedCopies executed;
    private final ExecutedCopiesOfReviews copies;
    private final Clock clock;

    CheckingExecution(ExecutedCopies executed, ExecutedCopiesOfReviews copies, Clock clock) {
        this.executed = executed;
        this.copies = copies;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** All copies brought in this pass, each held on its own against the documents decided on. */
    public Compared brought(ReviewCase review, Decision decision) {
        List<DocumentVersionId> brought = copies.of(review);
        return brought.size() < 2 ? held(review, decision, brought) : each(review, decision, brought);
    }

    /** Those of the copies that were brought in this pass, held together against the documents decided on. */
    public Compared compared(ReviewCase review, Decision decision, List<DocumentVersionId> chosen) {
        List<DocumentVersionId> brought = copies.of(review);
        return held(review, decision, chosen.stream().filter(brought::contains).toList());
    }

    private Compared held(ReviewCase review, Decision decision, List<DocumentVersionId> chosen) {
        String documents = decision.documentSetHash();
        // neither changes: both are named by their versions
        return OncePerRequest.ask(
                Compared.class,
                review.contract() + " " + documents + " " + chosen,
                () -> executed.compare(review.contract(), documents, chosen));
    }

    private Compared each(ReviewCase review, Decision decision, List<DocumentVersionId> brought) {
        String documents = decision.documentSetHash();
        return OncePerRequest.ask(
                Compared.class,
                review.contract() + " " + documents + " each of " + brought,
                () -> executed.each(review.contract(), documents, brought));
    }

    /** What is wrong with the statement, where it is to carry a signature. */
    public List<FormProblem> problems(ReviewCase review, Decision decision, Execution stated) {
        return checked(review, decision, stated).problems().list();
    }

    /** @param compared those of the stated copies that were brought in this pass */
    private record Checked(Problems problems, Compared compared) {}

    private Checked checked(ReviewCase review, Decision decision, Execution stated) {
        Problems problems = new Problems();
        name(problems, stated.companySignatory(), "company-signatory", "Say who signed for the company.");
        name(problems, stated.customerSignatory(), "customer-signatory", "Say who signed for the customer.");
        day(problems, decision, stated.signedOn());
        problems.when(
                        stated.copies().isEmpty(),
                        "copies",
                        "Bring what was signed, and choose it: without an executed copy nothing becomes signed (H7).")
                .when(
                        !copies.of(review).containsAll(stated.copies()),
                        "copies",
                        "Choose among the executed copies that were brought in this round.");
        Compared compared = compared(review, decision, stated.copies());
        refusals(review, decision, compared).forEach(refusal -> problems.when(true, "copies", refusal));
        unread(compared, brought(review, decision), stated)
                .forEach(copy -> problems.when(
                        true,
                        "additions-read",
                        "Read what was filled in and added by signing in “"
                                + copy.version().fileName() + "”, and confirm that it changes nothing."));
        return new Checked(problems, compared);
    }

    private static void name(Problems problems, String name, String field, String missing) {
        problems.text(name, field, missing)
                .when(name.length() > LONGEST_NAME, field, "Shorten this to at most " + LONGEST_NAME + " characters.");
    }

    private void day(Problems problems, Decision decision, @Nullable LocalDate signedOn) {
        if (signedOn == null) {
            problems.when(true, "signed-on", "Give the day on which the last of both sides signed.");
            return;
        }
        LocalDate decidedOn = LocalDate.ofInstant(decision.decidedAt(), ZoneOffset.UTC);
        LocalDate expiresOn = decision.expiresOn();
        problems.when(signedOn.isAfter(today()), "signed-on", "The day of the signature is in the future.")
                .when(
                        signedOn.isBefore(decidedOn),
                        "signed-on",
                        "It was signed before the decision of " + Times.words(decidedOn)
                                + ", so not on it (H7). Send it back as another document.")
                .when(
                        expiresOn != null && signedOn.isAfter(expiresOn),
                        "signed-on",
                        "It was signed after the approval ran out (H7). Send it back as another document.");
    }

    /** Why these copies carry no signature; empty where they do. */
    private List<String> refusals(ReviewCase review, Decision decision, Compared compared) {
        List<String> refusals = new ArrayList<>();
        compared.copies().forEach(copy -> refusal(copy)
                .map(refusal -> twice(review, decision, copy).orElse(refusal))
                .ifPresent(refusals::add));
        compared.missing()
                .forEach(document ->
                        refusals.add("“" + document.title() + "” was decided on and stands in no executed copy (H7)."));
        return refusals;
    }

    /** A copy that would carry a signature if no other one was chosen for the same document. */
    private Optional<String> twice(ReviewCase review, Decision decision, Copy refused) {
        return brought(review, decision).copies().stream()
                .filter(alone -> alone.version().id().equals(refused.version().id())
                        && refusal(alone).isEmpty())
                .map(alone -> "“" + alone.version().fileName()
                        + "” holds what another chosen copy holds already: choose only the one that was signed (H7).")
                .findFirst();
    }

    /** Copies whose additions nobody read. What is added beside the others, but not on its own, is a document decided on. */
    private static Stream<Copy> unread(Compared together, Compared brought, Execution stated) {
        Set<DocumentVersionId> nothingAdded = brought.copies().stream()
                .filter(alone -> refusal(alone).isEmpty() && alone.additions().isEmpty())
                .map(alone -> alone.version().id())
                .collect(Collectors.toSet());
        return together.copies().stream()
                .filter(copy -> !copy.additions().isEmpty()
                        && !nothingAdded.contains(copy.version().id())
                        && !stated.additionsRead().contains(copy.version().id()));
    }

    private static Optional<String> refusal(Copy copy) {
        String name = "“" + copy.version().fileName() + "” ";
        return switch (copy.likeness()) {
            case IDENTICAL, SAME_CLAUSES -> Optional.empty();
            case READING -> Optional.of(name + "is still being read. Try again in a moment.");
            case UNREADABLE ->
                Optional.of(
                        name
                                + "cannot be read, so it cannot be compared: bring a readable copy (H7). Or open it: there its password can be given, or its reading tried again.");
            case NOT_COMPARABLE ->
                Optional.of(name
                        + "cannot be compared with what was decided on, so nothing is signed on it (H7). "
                        + String.join(" ", copy.differences()));
            case DIFFERENT ->
                Optional.of(
                        name
                                + "is not what was decided on (H7). Nothing can be signed on it: say that another document was signed, and it goes back.");
        };
    }

    /** What is kept of the signature. Refuses what {@link #problems} names. */
    public Executed confirmed(ReviewCase review, Decision decision, Execution stated) {
        Checked checked = checked(review, decision, stated);
        Problems.refuse(checked.problems().list());
        Compared compared = checked.compared();
        return new Executed(
                review.contract(),
                verdict(compared),
                stated.companySignatory(),
                stated.customerSignatory(),
                Objects.requireNonNull(stated.signedOn()),
                kept(compared));
    }

    private static ExecutionVerdict verdict(Compared compared) {
        return switch (compared.likeness()) {
            case IDENTICAL -> ExecutionVerdict.IDENTICAL;
            case SAME_CLAUSES -> ExecutionVerdict.SAME_CLAUSES;
            case NOT_COMPARABLE, READING, UNREADABLE, DIFFERENT ->
                throw Refused.conflict("The executed copies are not what was decided on (H7).");
        };
    }

    /** Copies as they are kept, with their hashes. */
    public List<Kept> kept(Compared compared) {
        return compared.copies().stream()
                .map(copy -> new Kept(
                        copy.version().id(),
                        copy.version().fileName(),
                        copy.version().sha256()))
                .toList();
    }

    /** @return id of the statement, which the confirmation of the gate names */
    public UUID keep(ReviewCase review, Decision decision, Executed confirmed, String by, Instant at) {
        return copies.addExecution(review, decision.id(), decision.documentSetHash(), confirmed, by, at);
    }
}
