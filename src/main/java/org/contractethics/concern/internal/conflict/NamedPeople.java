package org.contractethics.concern.internal.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Finds the accounts of the people whom a filer names as those it is about. Only who has an account could learn of it, so nobody else
 * has to be found; but a name that nobody bears is said, because the filer would think themselves safe.
 */
@Component
public class NamedPeople {

    private static final int MOST = 20;

    /** Roles whose holders are found by their full names; anybody is found by the account name. */
    private static final List<Role> BY_NAME = List.of(
            Role.OMBUDS,
            Role.BOARD_COMMITTEE,
            Role.PANEL_CHAIR,
            Role.LEADERSHIP,
            Role.TRIAGE_OFFICER,
            Role.HR_REVIEWER,
            Role.LEGAL_REVIEWER,
            Role.PRODUCT_EXPERT,
            Role.SUBMITTER,
            Role.MONITOR);

    private final PeopleDirectory people;

    NamedPeople(PeopleDirectory people) {
        this.people = people;
    }

    /** @param problems names that nobody bears; the rest is found */
    public record Found(Set<String> usernames, List<FormProblem> problems) {}

    /** @param typed names or account names, in lines or between commas; the directory is asked only where somebody is named */
    public Found in(String typed) {
        List<String> names = Arrays.stream(typed.split("[,;\\n]", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return new Found(Set.of(), List.of());
        }
        if (names.size() > MOST) {
            return new Found(Set.of(), List.of(new FormProblem("about", "Name at most 20 people here.")));
        }
        Map<String, Set<String>> byName = byName();
        Set<String> found = new LinkedHashSet<>();
        List<FormProblem> problems = new ArrayList<>();
        for (String name : names) {
            Set<String> bearers = bearers(name, byName);
            if (bearers.isEmpty()) {
                problems.add(new FormProblem(
                        "about",
                        "Nobody called \"" + name
                                + "\" was found. Write the account name, or leave it out here and name them in"
                                + " the text."));
            }
            found.addAll(bearers);
        }
        return new Found(found, problems);
    }

    /** All of that name: where two bear it, both are kept from it. */
    private Set<String> bearers(String name, Map<String, Set<String>> byName) {
        Set<String> named = byName.get(name.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        if (!name.matches("[A-Za-z0-9._@-]{1,100}")) {
            return Set.of();
        }
        return people.inAnySpelling(name).stream().map(Person::username).collect(Collectors.toSet());
    }

    private Map<String, Set<String>> byName() {
        Map<String, Set<String>> byName = new HashMap<>();
        for (Role role : BY_NAME) {
            for (Person person : people.withRole(role)) {
                byName.computeIfAbsent(person.displayName().toLowerCase(Locale.ROOT), key -> new LinkedHashSet<>())
                        .add(person.username());
            }
        }
        return byName;
    }
}
