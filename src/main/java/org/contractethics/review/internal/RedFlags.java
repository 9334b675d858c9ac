package org.contractethics.review.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.finding.Findings;
import org.contractethics.finding.FirstScans;
import org.contractethics.finding.RedFlag;
import org.contractethics.policy.PolicyLists;
import org.contractethics.policy.PolicyLists.StatedFacts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/**
 * S2: a red flag that the scan shows in the documents is judged by a person before the documents count as checked. S4: one that was not set
 * aside and that the stated facts do not tell is something that is not known, which is never low (H16).
 */
@Component
public class RedFlags {

    /** Existence-secrecy and classified parts: T3 at least (H15). */
    private static final Set<String> SECRET = Set.of("K10", "K11");

    private final Findings findings;
    private final FirstScans scans;

    RedFlags(Findings findings, FirstScans scans) {
        this.findings = findings;
        this.scans = scans;
    }

    /** Those of the documents, loaded once for a page. */
    private record Found(List<RedFlag> flags) {}

    /** Those that a viewer may read. */
    private record Seen(List<RedFlag> flags) {}

    /** For whoever may read the documents; nothing for anybody else. */
    public List<RedFlag> seenBy(Actor viewer, ContractId contract) {
        return OncePerRequest.ask(
                        Seen.class,
                        contract + " " + viewer.username(),
                        () -> new Seen(findings.of(contract, viewer)
                                .map(found -> found.redFlags())
                                .orElse(List.of())))
                .flags();
    }

    List<RedFlag> of(ContractId contract) {
        return OncePerRequest.ask(
                        Found.class,
                        contract.toString(),
                        () -> new Found(findings.of(contract).redFlags()))
                .flags();
    }

    /** Whatever was just read is scanned, so that nothing passes because it was faster than the scan. */
    void scanned(Actor actor, ContractId contract) {
        scans.scan(contract);
        OncePerRequest.forget(Found.class, contract.toString());
        OncePerRequest.forget(Seen.class, contract + " " + actor.username());
    }

    void refuseUnjudged(ContractId contract, Problems problems) {
        List<RedFlag> open =
                of(contract).stream().filter(flag -> !flag.judged()).toList();
        problems.when(
                !open.isEmpty(),
                "confirmed",
                "The scan found red flags that nobody has judged: "
                        + open.stream().map(RedFlag::name).collect(Collectors.joining("; "))
                        + ". Confirm each, or set it aside with a reason, on the page of the findings; then confirm the documents.");
    }

    /** What the documents show and the facts of the contract do not tell by the list of this version, a sentence each. */
    List<String> untold(Contract contract, PolicyLists version) {
        Map<String, RedFlag> flags = weighed(contract.id());
        return version.untold(flags.keySet(), stated(contract)).stream()
                .map(untold -> sentence(Objects.requireNonNull(flags.get(untold.check())), untold.words()))
                .toList();
    }

    /** Numbers of the red flags that triage weighs: those that were not set aside. */
    List<String> weighedIn(ContractId contract) {
        return List.copyOf(weighed(contract).keySet());
    }

    private Map<String, RedFlag> weighed(ContractId contract) {
        Map<String, RedFlag> flags = new LinkedHashMap<>();
        of(contract).stream()
                .filter(flag -> !flag.setAside())
                .forEach(flag -> flags.put(flag.check().id(), flag));
        return flags;
    }

    /** What the facts say that can tell a red flag. */
    static StatedFacts stated(Contract contract) {
        return new StatedFacts(
                contract.capabilities(),
                contract.dataKinds(),
                contract.secrecy() != Secrecy.NONE,
                !contract.resellers().isEmpty());
    }

    private static String sentence(RedFlag flag, String untold) {
        return "The documents show the red flag " + flag.name() + (flag.judged() ? "" : ", which nobody has judged,")
                + " and " + untold + ".";
    }

    /** Whether a clause was confirmed that keeps the contract or parts of it secret. */
    boolean secret(ContractId contract) {
        return of(contract).stream()
                .anyMatch(
                        flag -> flag.confirmed() && SECRET.contains(flag.check().id()));
    }
}
