package org.contractethics.policy.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.policy.internal.DryRun;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Csv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a version would change for the contracts that were judged so far, before anybody puts it in force. */
@Controller
class DryRunPages {

    private static final int MOST_SHOWN = 500;

    private final DryRun dryRun;
    private final VersionCards cards;

    DryRunPages(DryRun dryRun, VersionCards cards) {
        this.dryRun = dryRun;
        this.cards = cards;
    }

    @GetMapping("/rules/versions/{number}/dry-run")
    String page(@PathVariable int number, Actor actor, Model model) {
        model.addAttribute("version", cards.of(number, actor));
        DryRun.Result result = dryRun.of(number);
        model.addAttribute("result", result);
        model.addAttribute("lines", result.lines().stream().limit(MOST_SHOWN).toList());
        return "policy/dry-run";
    }

    @GetMapping("/rules/versions/{number}/dry-run.csv")
    ResponseEntity<byte[]> csv(@PathVariable int number) {
        cards.state(number);
        DryRun.Result result = dryRun.of(number);
        String rows = Stream.concat(
                        Stream.of(List.of(
                                "contract",
                                "review",
                                "running",
                                "triaged under version",
                                "confirmed tier",
                                "tier in version " + result.inForce(),
                                "tier in version " + number,
                                "why in version " + number,
                                "decider in version " + result.inForce(),
                                "decider in version " + number,
                                "majority in version " + result.inForce(),
                                "majority in version " + number,
                                "allowed in version " + result.inForce(),
                                "allowed in version " + number)),
                        result.lines().stream().map(DryRunPages::row))
                .map(Csv::line)
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dry-run-of-version-" + number + ".csv")
                                .build()
                                .toString())
                .body(rows.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> row(DryRun.Line line) {
        Integer under = line.past().policyNumber();
        return List.of(
                line.past().reference(),
                line.past().review().toString(),
                line.past().open() ? "yes" : "no",
                under == null ? "" : under.toString(),
                line.past().confirmed().name(),
                line.before().triage().tier().name(),
                line.after().triage().tier().name(),
                line.after().triage().why(),
                line.before().decider(),
                line.after().decider(),
                line.before().majority(),
                line.after().majority(),
                line.before().allowed(),
                line.after().allowed());
    }
}
