package org.contractethics.policy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** S0: the list of agencies is changed in a form, one entry at a time. What a version may not give up is checked as for a file. */
@Component
public class EditingAgencies {

    private final PolicyInForce policy;

    EditingAgencies(PolicyInForce policy) {
        this.policy = policy;
    }

    /**
     * Which class a name has.
     *
     * @param entry number of the entry that gives it; 0 where no entry knows the name
     * @param type code of the class; empty without an entry
     */
    public record Tried(int entry, String type) {}

    /** The entry as it is in this version; a new one where it has none under this number. */
    public AgencyDraft draft(int version, int entry) {
        return AgencyDraft.of(policy.version(version).agencies(), entry);
    }

    /** What was typed on the list of one version, for that of another: where the entry is not there any more, it is a new one. */
    public AgencyDraft moved(AgencyDraft typed, int from, int to) {
        List<KnownAgencies.Row> before = policy.version(from).agencies().rows();
        int after = place(before, typed.after(), to);
        return typed.at(place(before, typed.entry(), to), after == 0 && typed.after() > 0 ? ends(to) : after);
    }

    private int place(List<KnownAgencies.Row> before, int entry, int version) {
        if (entry < 1 || entry > before.size()) {
            return 0;
        }
        String pattern = before.get(entry - 1).pattern();
        List<KnownAgencies.Row> now = policy.version(version).agencies().rows();
        return IntStream.rangeClosed(1, now.size())
                .filter(number -> now.get(number - 1).pattern().equals(pattern))
                .findFirst()
                .orElse(0);
    }

    private int ends(int version) {
        return policy.version(version).agencies().rows().size();
    }

    /** Codes of the classes that the table of agencies scores by their names. */
    public List<String> classes(int version) {
        return ListCheck.classes(policy.version(version).content());
    }

    /** What cannot be, at its field. */
    public List<FormProblem> problems(int version, AgencyDraft draft) {
        List<FormProblem> problems = new ArrayList<>();
        List<KnownAgencies.Row> rows = policy.version(version).agencies().rows();
        if (!draft.removed()) {
            pattern(rows, draft).ifPresent(message -> problems.add(new FormProblem("pattern", message)));
            name(draft.name()).ifPresent(message -> problems.add(new FormProblem("name", message)));
            name(draft.parent()).ifPresent(message -> problems.add(new FormProblem("parent", message)));
            if (!classes(version).contains(draft.type())) {
                problems.add(new FormProblem("type", "Choose a class that the table of agencies scores."));
            }
            if (!draft.country().isEmpty() && !ListCheck.COUNTRIES.contains(draft.country())) {
                problems.add(
                        new FormProblem("country", "Choose a country, or none where agencies of several are meant."));
            }
            if (draft.after() < 0 || draft.after() > rows.size()) {
                problems.add(new FormProblem("after", "Choose the entry that is tried before this one."));
            }
        }
        return problems;
    }

    private static Optional<String> pattern(List<KnownAgencies.Row> rows, AgencyDraft draft) {
        String pattern = draft.pattern();
        if (pattern.isBlank()) {
            return Optional.of("Write the words by which its name is known.");
        }
        if (pattern.length() > ListCheck.LONGEST_PATTERN) {
            return Optional.of("Write at most " + ListCheck.LONGEST_PATTERN + " characters.");
        }
        if (!AgencyPattern.usable(pattern)) {
            return Optional.of("This pattern cannot be used: " + AgencyPattern.FORM + ".");
        }
        if (KnownAgencies.compiled(pattern).matcher("").find()) {
            return Optional.of("Every name matches this pattern. Write words that only this agency has in its name.");
        }
        return IntStream.rangeClosed(1, rows.size())
                .filter(number -> number != draft.entry())
                .filter(number -> rows.get(number - 1).pattern().equals(pattern))
                .mapToObj(number -> "Entry " + number + " has this pattern already. Change that one.")
                .findFirst();
    }

    private static Optional<String> name(String name) {
        return name.length() > ListCheck.LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of("Write one line of at most " + ListCheck.LONGEST_NAME + " characters.")
                : Optional.empty();
    }

    /** The changed file by its name. */
    public Map<String, String> files(int version, AgencyDraft draft) {
        return draft.files(
                policy.version(version).complete().file(PolicyContent.AGENCIES).orElse(""));
    }

    /** Which class this name has with the changed file; by the version in force without one. */
    public Tried tried(String name, Map<String, String> files) {
        List<KnownAgencies.Row> rows = KnownAgencies.of(
                        policy.now().complete().with(files).catalogue(PolicyContent.AGENCIES))
                .rows();
        return IntStream.rangeClosed(1, rows.size())
                .filter(number -> rows.get(number - 1).compiled().matcher(name).find())
                .mapToObj(
                        number -> new Tried(number, rows.get(number - 1).entry().type()))
                .findFirst()
                .orElse(new Tried(0, ""));
    }
}
