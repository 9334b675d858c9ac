package org.contractethics.review.web;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.finding.Findings.Finding;
import org.contractethics.finding.RedFlag;
import org.contractethics.review.internal.RedFlags;
import org.contractethics.review.web.Field.Note;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** The red flags of the documents and how they were judged, beside the forms of a review. */
@Component
class RedFlagWords {

    private final RedFlags redFlags;

    RedFlagWords(RedFlags redFlags) {
        this.redFlags = redFlags;
    }

    /** Each with its state and a link to the clause; those that nobody judged first. Without lines where there is none. */
    Statement beside(ContractId contract, Actor viewer) {
        List<RedFlag> flags = redFlags.seenBy(viewer, contract);
        Statement.Builder statement = Statement.titled("Red flags of the documents");
        Stream.of(
                        flags.stream().filter(flag -> !flag.judged()),
                        flags.stream().filter(RedFlag::confirmed),
                        flags.stream().filter(RedFlag::setAside))
                .flatMap(some -> some)
                .forEach(flag -> statement.line(flag.state(), words(flag), clause(contract, flag.place())));
        return statement.build();
    }

    /** Where to judge those that nobody judged. */
    List<Note> unjudged(ContractId contract, Actor viewer) {
        return redFlags.seenBy(viewer, contract).stream()
                .filter(flag -> !flag.judged())
                .map(flag -> new Note(
                        "To be judged: " + words(flag),
                        "/contracts/" + contract + "/findings#finding-"
                                + flag.place().id()))
                .toList();
    }

    private static String words(RedFlag flag) {
        Finding place = flag.place();
        int more = flag.places().size() - 1;
        String further = more == 0 ? "" : more == 1 ? ", and 1 more place" : ", and " + more + " more places";
        return flag.name() + ": " + place.document() + ", " + place.clause() + further;
    }

    private static String clause(ContractId contract, Finding place) {
        return "/contracts/" + contract + "/documents/" + place.version() + "?clause=" + place.ordinal() + "#clause-"
                + place.ordinal();
    }
}
