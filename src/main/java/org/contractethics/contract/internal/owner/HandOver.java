package org.contractethics.contract.internal.owner;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.shared.FormProblem;

/**
 * What somebody asks for who hands a contract over.
 *
 * @param owner account name of the next account owner
 */
public record HandOver(String owner, String reasons) {

    static final int LONGEST = 2_000;

    public HandOver {
        owner = owner.strip();
        reasons = reasons.strip();
    }

    /** What is wrong with it whatever the contract. */
    List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (owner.isEmpty()) {
            problems.add(new FormProblem("owner", "Choose the next account owner."));
        }
        if (reasons.isEmpty()) {
            problems.add(new FormProblem("reasons", "Give the reasons."));
        } else if (reasons.length() > LONGEST) {
            problems.add(new FormProblem("reasons", "Shorten the reasons to at most 2,000 characters."));
        }
        return problems;
    }
}
