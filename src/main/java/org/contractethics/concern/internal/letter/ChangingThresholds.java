package org.contractethics.concern.internal.letter;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.letter.ThresholdBook.Change;
import org.contractethics.concern.internal.letter.ThresholdBook.Headcount;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Setting another threshold, or the headcount that shares are taken of. Only the board committee does it, as for targets: sales and
 * leadership gain by high ones, reviewers have the work. What a letter has reached stays reached.
 */
@Service
public class ChangingThresholds {

    private static final int MOST = 1_000_000;
    private static final int MOST_PEOPLE = 10_000_000;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(1_000);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");
    private static final Pattern SHARE = Pattern.compile("[0-9]{1,4}([.][0-9])?");

    private final ThresholdBook book;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangingThresholds(ThresholdBook book, ApplicationEventPublisher events, Clock clock) {
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    /** A threshold as typed; {@code signatures}, {@code perMille} or both. */
    public record ThresholdForm(String consequence, String signatures, String perMille, String reason) {

        public static final ThresholdForm EMPTY = new ThresholdForm("", "", "", "");

        public ThresholdForm {
            signatures = signatures.strip();
            perMille = perMille.strip();
            reason = PlainText.of(reason);
        }
    }

    /** A headcount as typed. */
    public record HeadcountForm(String people, String because) {

        public static final HeadcountForm EMPTY = new HeadcountForm("", "");

        public HeadcountForm {
            people = people.strip();
            because = PlainText.of(because);
        }
    }

    public List<FormProblem> problems(ThresholdForm form) {
        var problems = new ArrayList<FormProblem>();
        if (Arrays.stream(Consequence.values()).noneMatch(known -> known.name().equals(form.consequence()))) {
            problems.add(new FormProblem("consequence", "Choose what follows."));
        }
        if (form.signatures().isEmpty() && form.perMille().isEmpty()) {
            problems.add(
                    new FormProblem("signatures", "Enter a number of signatories, a share of the headcount, or both."));
        }
        if (!form.signatures().isEmpty() && !isBetween(form.signatures(), Threshold.FEWEST, MOST)) {
            problems.add(new FormProblem("signatures", "Enter a whole number of signatories from 5 to 1,000,000."));
        }
        if (!form.perMille().isEmpty()) {
            if (!isShare(form.perMille())) {
                problems.add(
                        new FormProblem("perMille", "Enter a share in 1,000 people from 0.1 to 1000, such as 2.5."));
            } else if (book.headcount().isEmpty() && form.signatures().isEmpty()) {
                problems.add(new FormProblem(
                        "perMille", "Enter the headcount first: a share alone says nothing without it."));
            }
        }
        reason(problems, "reason", form.reason());
        return problems;
    }

    public List<FormProblem> problems(HeadcountForm form) {
        var problems = new ArrayList<FormProblem>();
        if (!isBetween(form.people(), 1, MOST_PEOPLE)) {
            problems.add(new FormProblem(
                    "people", "Enter how many people the company has: a whole number from 1 to 10,000,000."));
        }
        reason(problems, "because", form.because());
        return problems;
    }

    @Transactional
    public void change(ThresholdForm form, Actor actor) {
        requireBoard(actor);
        refuse(problems(form));
        Consequence consequence = Consequence.valueOf(form.consequence());
        Threshold threshold = new Threshold(
                form.signatures().isEmpty() ? null : Integer.valueOf(form.signatures()),
                form.perMille().isEmpty() ? null : new BigDecimal(form.perMille()));
        int number = book.last(consequence).map(last -> last.number() + 1).orElse(1);
        Instant now = clock.instant();
        add(() -> book.add(new Change(consequence, number, threshold, day(now), actor.username(), form.reason())));
        events.publishEvent(
                LetterFact.thresholdChanged(consequence, threshold.inWords(), actor.username(), form.reason(), now));
    }

    @Transactional
    public void change(HeadcountForm form, Actor actor) {
        requireBoard(actor);
        refuse(problems(form));
        int number = book.lastHeadcount().map(last -> last.number() + 1).orElse(1);
        int people = Integer.parseInt(form.people());
        Instant now = clock.instant();
        add(() -> book.add(new Headcount(number, people, day(now), actor.username(), form.because())));
        events.publishEvent(LetterFact.headcountChanged(people, actor.username(), form.because(), now));
    }

    private static void add(Runnable row) {
        try {
            row.run();
        } catch (DataIntegrityViolationException other) {
            throw Refused.conflict("Somebody else has just changed this. Read it again, then decide.");
        }
    }

    private static void requireBoard(Actor actor) {
        if (!actor.has(Role.BOARD_COMMITTEE)) {
            throw Refused.notAllowed("Only the board committee changes thresholds and the headcount.");
        }
    }

    private static void refuse(List<FormProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
    }

    private static void reason(List<FormProblem> problems, String field, String reason) {
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            problems.add(new FormProblem(field, "Give a reason of 10 to 2,000 characters."));
        }
    }

    private static boolean isBetween(String typed, int least, int most) {
        return NUMBER.matcher(typed).matches() && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most;
    }

    private static boolean isShare(String typed) {
        return SHARE.matcher(typed).matches()
                && new BigDecimal(typed).signum() > 0
                && new BigDecimal(typed).compareTo(WHOLE) <= 0;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
