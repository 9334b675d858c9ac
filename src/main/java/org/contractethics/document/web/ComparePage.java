package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.ComparingVersions;
import org.contractethics.document.internal.ComparingVersions.Compared;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.StoredVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what differs between two versions, or two documents of one contract. */
@Controller
class ComparePage {

    private final DocumentCatalogue catalogue;
    private final ComparingVersions comparing;

    ComparePage(DocumentCatalogue catalogue, ComparingVersions comparing) {
        this.catalogue = catalogue;
        this.comparing = comparing;
    }

    /**
     * @param from the version before; the one before this by number where none is named
     * @param view {@code side} or {@code inline}
     * @param show {@code changes} or {@code all}
     * @param line the first one to show
     */
    @GetMapping("/contracts/{contractId}/documents/{versionId}/compare")
    String compare(
            @PathVariable ContractId contractId,
            @PathVariable DocumentVersionId versionId,
            @RequestParam(required = false) @Nullable DocumentVersionId from,
            @RequestParam(defaultValue = "side") String view,
            @RequestParam(defaultValue = "changes") String show,
            @RequestParam(defaultValue = "0") int line,
            Actor actor,
            Model model) {
        StoredVersion after = catalogue.readable(contractId, versionId, actor);
        List<StoredVersion> versions = catalogue.versions(after.version().document());
        List<StoredVersion> others = others(contractId, after.version(), actor);
        model.addAttribute("contract", contractId.toString());
        model.addAttribute("reference", catalogue.contract(contractId, actor).reference());
        model.addAttribute("document", after.version());
        model.addAttribute("choices", choices(versions, others, versionId));
        model.addAttribute("inline", view.equals("inline"));
        model.addAttribute("all", show.equals("all"));
        DocumentVersionId with = from == null ? earlier(versions, after.version()) : from;
        model.addAttribute("from", with == null ? "" : with.toString());
        if (with != null) {
            addComparison(contractId, with, versionId, actor, show.equals("all"), line, model);
        }
        return "document/compare";
    }

    private void addComparison(
            ContractId contract,
            DocumentVersionId from,
            DocumentVersionId to,
            Actor actor,
            boolean all,
            int line,
            Model model) {
        model.addAttribute("before", catalogue.readable(contract, from, actor).version());
        try {
            Compared compared = comparing.compare(contract, from, to, actor);
            model.addAttribute("result", CompareView.of(compared.comparison(), all, line));
        } catch (Refused e) {
            if (e.kind() != Refused.Kind.CONFLICT) {
                throw e;
            }
            model.addAttribute("refused", String.join(" ", e.reasons()));
        }
    }

    private List<StoredVersion> others(ContractId contract, DocumentVersion version, Actor actor) {
        return catalogue.listed(contract, actor).stream()
                .filter(other -> !other.version().document().equals(version.document()))
                .toList();
    }

    private static Map<String, String> choices(
            List<StoredVersion> versions, List<StoredVersion> others, DocumentVersionId self) {
        List<StoredVersion> all = new ArrayList<>(versions);
        all.addAll(others);
        Map<String, String> choices = new LinkedHashMap<>();
        for (StoredVersion stored : all) {
            if (!stored.version().id().equals(self)) {
                choices.put(
                        stored.version().id().toString(),
                        stored.version().title() + ", version "
                                + stored.version().number());
            }
        }
        return choices;
    }

    private static @Nullable DocumentVersionId earlier(List<StoredVersion> versions, DocumentVersion version) {
        return versions.stream()
                .map(StoredVersion::version)
                .filter(other -> other.number() < version.number())
                .findFirst()
                .map(DocumentVersion::id)
                .orElse(null);
    }
}
