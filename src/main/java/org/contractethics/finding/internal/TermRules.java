package org.contractethics.finding.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.internal.matching.Check;
import org.contractethics.finding.internal.matching.Phrase;
import org.contractethics.finding.internal.matching.PhraseParser;
import org.contractethics.finding.internal.matching.QuerySet;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.TypedText;
import org.springframework.stereotype.Component;

/** What a term must be before others are asked to accept it. */
@Component
class TermRules {

    static final int LONGEST = 200;
    private static final int SHORTEST = 3;
    private static final int LONGEST_REASON = 1_000;

    /** Words that stand in nearly every contract: a term of these alone finds everything, which is to find nothing. */
    private static final Set<String> TOO_COMMON = Stream.of(
                    "a an and any all are as at be been by can could do does each either for from had has have hereby herein"
                            + " hereof hereto hereunder if in into is it its may might more most must no nor not of on only or"
                            + " other our out over per shall should so such than that the their them then there these they"
                            + " this those to under upon up use used was were what when where whether which who will with"
                            + " within without would you your agreement contract party parties customer client provider"
                            + " supplier contractor company service services section clause article term terms date day days"
                            + " notice right rights law data information person persons product products work order time"
                            + " provide provided applicable including include written")
            .flatMap(words -> Stream.of(words.split(" ", -1)))
            .flatMap(word -> PhraseParser.parse(word).needed().stream())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    List<FormProblem> problems(QuerySet set, String check, String phrase, String reason) {
        List<FormProblem> problems = new ArrayList<>();
        Optional<Check> known = set.find(check).filter(one -> one.kind() != CheckKind.TERM);
        if (known.isEmpty()) {
            problems.add(new FormProblem("check", "Choose the red flag or safeguard that the term belongs to."));
        }
        phrase(set, check, phrase.strip()).ifPresent(problem -> problems.add(new FormProblem("phrase", problem)));
        if (reason.isBlank()) {
            problems.add(new FormProblem("reason", "Say why the term is needed."));
        } else if (TypedText.unreadable(reason)) {
            problems.add(new FormProblem("reason", TypedText.PROBLEM));
        } else if (reason.length() > LONGEST_REASON) {
            problems.add(new FormProblem("reason", "Shorten the reason to 1,000 characters."));
        }
        return problems;
    }

    private static Optional<String> phrase(QuerySet set, String check, String phrase) {
        if (phrase.length() < SHORTEST || phrase.length() > LONGEST) {
            return Optional.of("Write a term of " + SHORTEST + " to " + LONGEST + " characters.");
        }
        if (TypedText.unreadable(phrase)) {
            return Optional.of(TypedText.PROBLEM);
        }
        if (phrase.startsWith("-")) {
            return Optional.of(
                    "A term adds what is found. An exception, which hides, needs a change of the packed files.");
        }
        try {
            Phrase parsed = PhraseParser.parse(phrase);
            if (set.phrases(check).contains(parsed)) {
                return Optional.of("The query set holds this term already.");
            }
            boolean telling =
                    parsed.needed().stream().anyMatch(any -> any.stream().noneMatch(TermRules::common));
            return telling
                    ? Optional.empty()
                    : Optional.of(
                            "This is too broad: its words stand in nearly every contract. Add a word that tells.");
        } catch (PhraseParser.Unreadable unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private static boolean common(String stem) {
        return stem.length() < SHORTEST
                || TOO_COMMON.contains(stem)
                || stem.chars().allMatch(Character::isDigit);
    }
}
