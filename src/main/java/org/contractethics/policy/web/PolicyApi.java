package org.contractethics.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.policy.internal.DryRun;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.PolicyVersions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policy for programs: every version there ever was, its tables and catalogues, and what it would change. */
@RestController
@RequestMapping("/api/policy/versions")
@Tag(name = "Policy", description = "Versions of the policy, and how they change")
class PolicyApi {

    private final VersionAnswers answers;
    private final PolicyVersions versions;
    private final PolicyInForce policy;
    private final DryRun dryRun;

    PolicyApi(VersionAnswers answers, PolicyVersions versions, PolicyInForce policy, DryRun dryRun) {
        this.answers = answers;
        this.versions = versions;
        this.policy = policy;
        this.dryRun = dryRun;
    }

    @GetMapping
    @Operation(summary = "Every version of the policy", description = "The newest first; one of them is IN_FORCE.")
    List<VersionDocument.Summary> list(Actor viewer) {
        return answers.all(viewer);
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "One version with its words, steps and comments",
            description =
                    "Callers outside the company get no comments, and of people only that they are of the company.")
    ResponseEntity<VersionDocument> read(@PathVariable int number, Actor viewer) {
        return answers.answer(number, viewer);
    }

    @GetMapping("/{number}/tables/{table}")
    @Operation(
            summary = "One decision table of a version",
            description = "Its cells as they stand in the file, in the expression language FEEL.")
    TableDocument table(@PathVariable int number, @PathVariable String table) {
        return policy.version(number).tables().stream()
                .filter(candidate -> candidate.id().equals(table))
                .findFirst()
                .map(TableDocument::of)
                .orElseThrow(() -> Refused.notFound("There is no such decision table. The version names them all."));
    }

    @GetMapping("/{number}/rights")
    @Operation(summary = "The catalogue of rights of a version")
    List<HumanRight> rights(@PathVariable int number) {
        return policy.version(number).rights();
    }

    @GetMapping("/{number}/capabilities")
    @Operation(summary = "The catalogue of capabilities of a version")
    List<Capability> capabilities(@PathVariable int number) {
        return policy.version(number).capabilities();
    }

    @GetMapping(path = "/{number}/files/{name}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "One file of a version, as text",
            description = "Changed, it can be sent with a proposal under the same name.")
    ResponseEntity<byte[]> file(@PathVariable int number, @PathVariable String name) {
        String text = policy.version(number)
                .complete()
                .file(name)
                .orElseThrow(() -> Refused.notFound("There is no such file in this version."));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{number}/differences")
    @Operation(
            summary = "What a version changes of the one it is based on, rule by rule",
            description = "Nothing for the first version.")
    Differences differences(@PathVariable int number) {
        Integer basedOn = versions.get(number).basedOn();
        EvaluatedPolicy version = policy.version(number);
        return Differences.between(basedOn == null ? version : policy.version(basedOn), version);
    }

    @GetMapping("/{number}/dry-run")
    @Operation(
            summary = "What a version would change for the reviews so far",
            description = "Beside the version in force, on the same inputs. Nothing is changed by it.")
    DryRunDocument run(@PathVariable int number) {
        versions.get(number);
        return DryRunDocument.of(dryRun.of(number));
    }
}
