package org.contractethics.concern.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/**
 * A concern as somebody wants to file it.
 *
 * @param id chosen when the check page was shown, so that sending twice files once
 * @param contract null where the filer does not know it
 * @param agency name of an agency instead of a contract; empty where it is about none as a whole
 * @param matter what else it is about, as {@link org.contractethics.shared.ConcernMatter} reads it; empty where it is about nothing else
 * @param mode name of a {@link ConcernMode}; anything else is a problem
 * @param topic name of a {@link ConcernTopic}; anything else is a problem
 * @param clause of the documents of the contract, in the filer's words; empty where they named none
 * @param rights rights at stake, in the filer's words, separated by commas or lines
 * @param excluded account names of concern officers who must not see it
 */
public record FileConcern(
        ConcernId id,
        @Nullable ContractId contract,
        String agency,
        String matter,
        String mode,
        String topic,
        String text,
        String clause,
        String rights,
        String desiredOutcome,
        Set<String> excluded) {

    public static final int MAX_TEXT = 100_000;
    public static final int MAX_OUTCOME = 4_000;
    private static final int MAX_CLAUSE = 300;
    private static final int MAX_RIGHTS = 30;
    private static final int MAX_RIGHT = 120;

    public FileConcern {
        agency = agency.strip();
        matter = matter.strip();
        clause = PlainText.of(clause).strip();
        text = withClause(PlainText.of(text), clause);
        desiredOutcome = PlainText.of(desiredOutcome);
        excluded = Set.copyOf(excluded);
    }

    /** The clause is read with the text, in a line after it. */
    private static String withClause(String text, String clause) {
        return clause.isEmpty() || PlainText.isBlank(text) ? text : text + "\n\nClause: " + clause;
    }

    /** What has to be put right before it can be filed; empty when nothing has. */
    public List<FormProblem> problems() {
        var problems = new ArrayList<FormProblem>();
        if (Arrays.stream(ConcernTopic.values()).noneMatch(known -> known.name().equals(topic))) {
            problems.add(new FormProblem("topic", "Choose what the concern is about."));
        }
        if (contract != null && !agency.isEmpty()) {
            problems.add(new FormProblem("agency", "Name one contract or one agency, not both."));
        }
        if (!matter.isEmpty() && (contract != null || !agency.isEmpty())) {
            problems.add(new FormProblem(
                    "matter",
                    "Name a contract, an agency, or a capability, policy or part of the process: one of them."));
        }
        if (PlainText.isBlank(text)) {
            problems.add(new FormProblem("text", "Write what worries you. One sentence is enough."));
        } else if (text.length() > MAX_TEXT) {
            problems.add(new FormProblem("text", tooLong("What worries you", text, MAX_TEXT)));
        }
        if (clause.length() > MAX_CLAUSE) {
            problems.add(new FormProblem("clause", "Use at most 300 characters here."));
        }
        if (rightsNamed().size() > MAX_RIGHTS || rightsNamed().stream().anyMatch(right -> right.length() > MAX_RIGHT)) {
            problems.add(new FormProblem(
                    "rights", "Name at most 30 rights, each in at most 120 characters, separated by commas."));
        }
        if (desiredOutcome.length() > MAX_OUTCOME) {
            problems.add(new FormProblem("outcome", tooLong("The outcome you hope for", desiredOutcome, MAX_OUTCOME)));
        }
        if (ConcernMode.forSignedIn().stream().noneMatch(known -> known.name().equals(mode))) {
            problems.add(new FormProblem("mode", "Choose who may read what you write."));
        }
        return List.copyOf(problems);
    }

    FiledWords words(ClausesNamed clauses) {
        return new FiledWords(text, rightsNamed(), desiredOutcome, clauses);
    }

    /** The rights named, each once. */
    public List<String> rightsNamed() {
        return Arrays.stream(PlainText.of(rights).split("[,;\\n]", -1))
                .map(String::strip)
                .filter(right -> !right.isEmpty())
                .distinct()
                .toList();
    }

    private static String tooLong(String what, String text, int limit) {
        return String.format(
                Locale.ROOT, "%s may have at most %,d characters; these are %,d.", what, limit, text.length());
    }
}
