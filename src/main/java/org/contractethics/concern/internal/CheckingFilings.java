package org.contractethics.concern.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** What of a filing has to be put right, as far as others than its filer know, and where the clause it names stands. */
@Component
class CheckingFilings {

    private final PeopleDirectory people;
    private final RegisteredAgencies agencies;
    private final CataloguedRights rights;
    private final NamingClauses clauses;
    private final Matters matters;

    CheckingFilings(
            PeopleDirectory people,
            RegisteredAgencies agencies,
            CataloguedRights rights,
            NamingClauses clauses,
            Matters matters) {
        this.clauses = clauses;
        this.matters = matters;
        this.people = people;
        this.agencies = agencies;
        this.rights = rights;
    }

    List<Person> officers() {
        return people.withRole(Role.OMBUDS);
    }

    /** The people directory is asked only where somebody is excluded. */
    List<FormProblem> problems(FileConcern command, Actor filer) {
        var problems = new ArrayList<>(command.problems());
        if (!command.agency().isEmpty()
                && agencies.find(command.agency(), filer).isEmpty()) {
            problems.add(new FormProblem(
                    "agency",
                    "The register has no agency of this name for you. Write it as the register does, or leave this empty and"
                            + " describe it below."));
        }
        problems.addAll(problemsOfMatter(command, filer));
        problems.addAll(problemsOfRights(command));
        if (!command.excluded().isEmpty() && !allKnown(command.excluded())) {
            problems.add(new FormProblem(
                    "excluded",
                    "Tick only people of this list, and name only people who have an account here. Somebody you ticked or"
                            + " named has none any more."));
        }
        return List.copyOf(problems);
    }

    private List<FormProblem> problemsOfMatter(FileConcern command, Actor filer) {
        return command.matter().isEmpty()
                        || matters.find(command.matter(), filer).isPresent()
                ? List.of()
                : List.of(new FormProblem(
                        "matter",
                        "There is no such capability, version or table of the rules, or part of the process. Choose one of the list,"
                                + " or leave this empty and describe it below."));
    }

    /** Asked of every filing, whoever files it. */
    List<FormProblem> problemsOfRights(FileConcern command) {
        List<String> unknown = rights.unknown(command.rightsNamed());
        return unknown.isEmpty()
                ? List.of()
                : List.of(new FormProblem(
                        "rights",
                        "The catalogue has no right with the code " + String.join(", ", unknown)
                                + ". Correct it, or write the right in your own words."));
    }

    /** What is kept of the words of a filing, whoever files it; a clause that is not found is no reason to refuse it. */
    FiledWords words(FileConcern command) {
        return command.words(clauses.named(command.contract(), command.clause()));
    }

    private boolean allKnown(Set<String> excluded) {
        Set<String> officers = officers().stream().map(Person::username).collect(Collectors.toSet());
        return excluded.stream()
                .allMatch(username -> officers.contains(username)
                        || (!username.isBlank() && people.find(username).isPresent()));
    }
}
