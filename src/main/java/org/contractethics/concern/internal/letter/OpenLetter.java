package org.contractethics.concern.internal.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;

/**
 * A letter as somebody wants to open it.
 *
 * @param id chosen when the form was shown, so that sending twice opens one letter
 * @param contracts the contracts it is about; none where it is about the company as a whole
 * @param topic name of a {@link ConcernTopic}, {@code signing} of a {@link SigningMode}; anything else is a problem
 * @param revealAt as typed; counts with {@link SigningMode#REVEALED_AT} only
 */
public record OpenLetter(
        ConcernId id,
        Set<ContractId> contracts,
        String topic,
        String title,
        Wording wording,
        String signing,
        String revealAt) {

    static final int FEWEST_TO_REVEAL = 5;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    public OpenLetter {
        contracts = Set.copyOf(contracts);
        title = Wording.plain(title).replace('\n', ' ');
    }

    /** What has to be put right before it can be opened; empty when nothing has. */
    public List<FormProblem> problems() {
        var problems = new ArrayList<FormProblem>();
        if (Arrays.stream(ConcernTopic.values()).noneMatch(known -> known.name().equals(topic))) {
            problems.add(new FormProblem("topic", "Choose what the letter is about."));
        }
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            problems.add(new FormProblem("title", "Give the letter a title of at most 200 characters."));
        }
        problems.addAll(wording.problems());
        if (Arrays.stream(SigningMode.values()).noneMatch(known -> known.name().equals(signing))) {
            problems.add(new FormProblem("signing", "Choose who learns who signed."));
        }
        if (SigningMode.REVEALED_AT.name().equals(signing) && !isRevealAtValid()) {
            problems.add(new FormProblem(
                    "revealAt",
                    "Enter from how many signatories on names are shown: a whole number from 5 to 999,999."));
        }
        if (!SigningMode.REVEALED_AT.name().equals(signing) && !revealAt.isBlank()) {
            problems.add(new FormProblem(
                    "revealAt",
                    "A number is for names that are shown from a number on. Choose that, or leave it empty."));
        }
        return List.copyOf(problems);
    }

    private boolean isRevealAtValid() {
        String typed = revealAt.strip();
        return NUMBER.matcher(typed).matches() && Integer.parseInt(typed) >= FEWEST_TO_REVEAL;
    }
}
