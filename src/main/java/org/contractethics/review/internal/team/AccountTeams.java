package org.contractethics.review.internal.team;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.contract.Contract;
import org.contractethics.review.internal.Problems;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Whom the account owner can name as paid by a contract, and who is named in any case. */
@Component
public class AccountTeams {

    private final PayDenials denials;
    private final PeopleDirectory people;

    public AccountTeams(PayDenials denials, PeopleDirectory people) {
        this.denials = denials;
        this.people = people;
    }

    /** Those who are named, and everybody who was found to be paid before; each once. */
    public List<String> of(ContractId contract, List<String> named) {
        return Stream.concat(named.stream(), denials.ruled(contract, true).stream())
                .distinct()
                .toList();
    }

    /** @param team who is named then, the new ones among them */
    public Problems problems(Problems problems, Contract contract, List<String> team, String field) {
        team.forEach(name ->
                problems.when(people.find(name).isEmpty(), field, "There is no account named \"" + name + "\"."));
        denials.ruled(contract.id(), false)
                .forEach(name -> problems.when(
                        team.contains(name),
                        field,
                        "It was ruled that \"" + name
                                + "\" is not paid by this contract. If that changed, they declare it"
                                + " themselves (H2)."));
        return problems.when(
                nobodyRules(contract, team),
                field,
                "With these people nobody of the panel chair and the board committee is left who could rule on who is paid. Leave out"
                        + " those of them who are not, and tell the ombuds if all of them are.");
    }

    /** Where naming is to blame for it. */
    private boolean nobodyRules(Contract contract, List<String> team) {
        List<String> ruling = Stream.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE)
                .flatMap(role -> people.withRole(role).stream())
                .map(Person::username)
                .toList();
        return ruling.stream().anyMatch(team::contains)
                && ruling.stream().allMatch(name -> name.equals(contract.submitter()) || team.contains(name));
    }
}
