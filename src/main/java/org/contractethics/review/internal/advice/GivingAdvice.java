package org.contractethics.review.internal.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.advice.Advice.Countersignature;
import org.contractethics.review.internal.advice.Advice.Version;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving advice and countersigning that of others. An edit is a new version, and leaves earlier countersignatures behind. */
@Service
public class GivingAdvice {

    private final ReviewCases reviews;
    private final Advices advices;
    private final AdviceRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GivingAdvice(
            ReviewCases reviews, Advices advices, AdviceRules rules, ApplicationEventPublisher events, Clock clock) {
        this.reviews = reviews;
        this.advices = advices;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** @param seen number of the version of one's own that the form began from; 0 where there was none */
    public record Words(@Nullable Element element, @Nullable Position position, String text, int seen) {}

    public List<FormProblem> problems(Words words) {
        return rules.problems(words.element(), words.position(), words.text());
    }

    @Transactional
    public void write(ReviewId id, Words words, Actor author) {
        ReviewCase review = reviews.lock(id);
        rules.demandPart(review, author);
        Problems.refuse(problems(words));
        Element element = Objects.requireNonNull(words.element());
        Optional<Version> last = advices.find(id, element, author.username()).map(Advice::latest);
        int before = last.map(Version::number).orElse(0);
        if (before != words.seen()) {
            throw Refused.conflict(
                    "You saved another version of this advice since this page was opened. Read it first.");
        }
        Version version = new Version(
                before + 1, Objects.requireNonNull(words.position()), words.text(), clock.instant(), List.of());
        UUID advice = advices.open(id, element, author.username());
        advices.add(advice, version);
        List<Countersignature> invalid = last.map(Version::countersignatures).orElse(List.of());
        events.publishEvent(of(review, advice, element, version.number(), version.text())
                .and("position", version.position())
                .and("invalidatedCountersignatures", invalid.size())
                .recorded("advice-given", review.contract(), author.username(), version.writtenAt()));
        invalid.forEach(signature -> events.publishEvent(Notice.toPerson(
                signature.person(),
                "Advice that you countersigned was edited",
                "Your countersignature is invalid. Read what the advice says now, and countersign it if you agree.",
                "/reviews/" + id + "/advice")));
    }

    /** @param seen number of the version that the person read and puts their name under */
    @Transactional
    public void countersign(ReviewId id, UUID adviceId, int seen, String remark, Actor person) {
        ReviewCase review = reviews.lock(id);
        rules.demandPart(review, person);
        Advice advice = advices.of(id).stream()
                .filter(one -> one.id().equals(adviceId))
                .findFirst()
                .orElseThrow(AdviceRules::missing);
        if (advice.author().equals(person.username())) {
            throw Refused.notAllowed("Nobody countersigns advice of their own.");
        }
        if (advice.latest().number() != seen) {
            throw Refused.conflict("The advice was edited since you read it. Read what it says now, then countersign.");
        }
        if (advice.countersignedBy(person.username())) {
            throw Refused.conflict("You countersigned this version already.");
        }
        Problems.refuse(remark(remark));
        Instant now = clock.instant();
        advices.sign(adviceId, seen, person.username(), remark, now);
        events.publishEvent(
                of(review, adviceId, advice.element(), seen, advice.latest().text())
                        .recorded("advice-countersigned", review.contract(), person.username(), now));
    }

    private static List<FormProblem> remark(String remark) {
        return new Problems()
                .length(remark, "remark")
                .when(remark.length() > AdviceRules.LONGEST_REMARK, "remark", "Shorten the remark to 1,000 characters.")
                .list();
    }

    /** The record proves the text by its hash and does not hold it: the account team reads the record, but not the advice. */
    private static Facts of(ReviewCase review, UUID advice, Element element, int version, String text) {
        return Facts.of("reviewId", review.id())
                .and("adviceId", advice)
                .and("element", element)
                .and("version", version)
                .and("sha256", Sha256.hex(text));
    }
}
