package org.contractethics.record.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordReader;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.internal.ActorNames;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.record.internal.SealedFields;
import org.contractethics.record.internal.Wording;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The record as auditors read it: the list of entries, each entry down to its bytes, and whether the whole is intact. */
@Controller
class AuditPages {

    private static final int PAGE_SIZE = 50;

    private final RecordReader record;
    private final ReadingRules rules;
    private final ActorNames actors;
    private final RecordProofs proofs;
    private final SealedFields fields;

    AuditPages(RecordReader record, ReadingRules rules, ActorNames actors, RecordProofs proofs, SealedFields fields) {
        this.fields = fields;
        this.record = record;
        this.rules = rules;
        this.actors = actors;
        this.proofs = proofs;
    }

    @GetMapping("/audit")
    String list(
            @ModelAttribute("form") FilterForm form,
            @RequestParam @Nullable Long before,
            @RequestParam @Nullable Long after,
            Actor viewer,
            Model model,
            HttpServletResponse response) {
        if (!rules.mayReadAll(viewer)) {
            throw Refused.notAllowed("The record is read by auditors, the board committee and the ombuds.");
        }
        List<FormProblem> problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(Refused.Kind.INVALID.status());
        }
        EntryFilter filter = form.filter().without(rules.withheldFrom(viewer));
        Page page = problems.isEmpty() ? page(filter, before, after) : new Page(List.of(), false, false);
        model.addAttribute("problems", problems);
        model.addAttribute("lines", lines(page.entries()));
        model.addAttribute("total", problems.isEmpty() ? record.count(filter) : 0L);
        model.addAttribute("newer", page.newer() ? form.link("/audit", "after", page.first()) : null);
        model.addAttribute("older", page.older() ? form.link("/audit", "before", page.last()) : null);
        model.addAttribute("export", form.link("/audit/export", null, ""));
        model.addAttribute("narrowed", form.narrows());
        model.addAttribute("kinds", kinds(filter.withheld()));
        addIntegrity(model);
        return "record/audit";
    }

    @GetMapping("/audit/{index}")
    String entry(@PathVariable long index, Actor viewer, Model model) {
        RecordEntry entry = record.find(index)
                .filter(rules.readableBy(viewer))
                .orElseThrow(() -> Refused.notFound("There is no entry " + index + " that you may read."));
        boolean readsAll = rules.mayReadAll(viewer);
        Map<String, Object> facts = rules.facts(entry, viewer);
        model.addAttribute("entry", entry);
        model.addAttribute("sentence", Wording.sentence(rules.told(entry, viewer)));
        model.addAttribute("kind", Wording.kind(entry.kind()));
        model.addAttribute("who", actors.name(entry.actor()));
        model.addAttribute("facts", FactRow.of(facts));
        model.addAttribute("whole", facts.equals(entry.facts()));
        model.addAttribute("bytes", entry.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        model.addAttribute("readsAll", readsAll);
        model.addAttribute("opened", fields.of(List.of(index)).getOrDefault(index, List.of()));
        model.addAttribute("witnessed", proofs.witnessed(index));
        model.addAttribute("previous", readsAll && index > 0 ? index - 1 : null);
        model.addAttribute("next", readsAll && index + 1 < record.head().size() ? index + 1 : null);
        return "record/entry";
    }

    @PostMapping("/audit/verify")
    String verify(Actor viewer, RedirectAttributes redirect) {
        if (!rules.mayReadAll(viewer)) {
            throw Refused.notAllowed("The record is verified by auditors, the board committee and the ombuds.");
        }
        RecordVerification found = record.verify(viewer.username());
        if (found.intact()) {
            redirect.addFlashAttribute(
                    "message", "The record is intact: " + found.head().size() + " entries recomputed.");
        }
        return "redirect:/audit";
    }

    private void addIntegrity(Model model) {
        model.addAttribute("head", record.head());
        model.addAttribute("checkpoint", proofs.newest().orElse(null));
        model.addAttribute("signingProblem", proofs.problem().orElse(null));
        RecordVerification last = record.lastVerification().orElse(null);
        model.addAttribute("verification", last);
        model.addAttribute("verifiedBy", last == null ? "" : actors.name(last.requestedBy()));
    }

    /** Reads one entry more than it shows, to know whether there is a further page. */
    private Page page(EntryFilter filter, @Nullable Long before, @Nullable Long after) {
        if (after != null) {
            List<RecordEntry> found = new ArrayList<>(record.oldest(filter, after, PAGE_SIZE + 1));
            boolean newer = found.size() > PAGE_SIZE;
            List<RecordEntry> shown = found.subList(0, Math.min(found.size(), PAGE_SIZE));
            Collections.reverse(shown);
            return new Page(shown, newer, true);
        }
        List<RecordEntry> found = record.newest(filter, before == null ? Long.MAX_VALUE : before, PAGE_SIZE + 1);
        boolean older = found.size() > PAGE_SIZE;
        return new Page(found.subList(0, Math.min(found.size(), PAGE_SIZE)), before != null, older);
    }

    private List<Line> lines(List<RecordEntry> entries) {
        Map<String, String> names = new LinkedHashMap<>();
        return entries.stream()
                .map(entry -> new Line(
                        entry,
                        Wording.kind(entry.kind()),
                        Wording.sentence(entry),
                        names.computeIfAbsent(entry.actor(), actors::name)))
                .toList();
    }

    /** Without a kind that only withheld concerns brought into the record. */
    private Map<String, String> kinds(Set<ConcernId> withheld) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("", "Every kind");
        record.kinds().stream()
                .filter(kind -> withheld.isEmpty()
                        || !kind.startsWith("concern-")
                        || record.count(EntryFilter.ofKind(kind).without(withheld)) > 0)
                .forEach(kind -> kinds.put(kind, Wording.kind(kind)));
        return kinds;
    }

    /** One row of the list. */
    record Line(RecordEntry entry, String kind, String sentence, String who) {}

    private record Page(List<RecordEntry> entries, boolean newerExist, boolean olderExist) {

        boolean newer() {
            return newerExist && !entries.isEmpty();
        }

        boolean older() {
            return olderExist && !entries.isEmpty();
        }

        long first() {
            return entries.get(0).index();
        }

        long last() {
            return entries.get(entries.size() - 1).index();
        }
    }
}
