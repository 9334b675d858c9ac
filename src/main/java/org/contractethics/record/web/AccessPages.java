package org.contractethics.record.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.access.Pager;
import org.contractethics.record.internal.ActorNames;
import org.contractethics.record.internal.ExportingEntries;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.record.trail.AccessEntry;
import org.contractethics.record.trail.AccessFilter;
import org.contractethics.record.trail.AccessKind;
import org.contractethics.record.trail.AccessTrail;
import org.contractethics.record.trail.FixingAccess;
import org.contractethics.record.trail.RecordedRoutes;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Csv;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The access trail for those who read the record, and for everybody which reads are recorded and which are not. */
@Controller
class AccessPages {

    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 1_000_000;

    private final AccessTrail trail;
    private final RecordedRoutes routes;
    private final ReadingRules rules;
    private final ActorNames actors;
    private final ExportingEntries exporting;
    private final FixingAccess fixing;

    AccessPages(
            AccessTrail trail,
            RecordedRoutes routes,
            ReadingRules rules,
            ActorNames actors,
            ExportingEntries exporting,
            FixingAccess fixing) {
        this.trail = trail;
        this.routes = routes;
        this.rules = rules;
        this.actors = actors;
        this.exporting = exporting;
        this.fixing = fixing;
    }

    @GetMapping("/audit/reads")
    String list(
            @ModelAttribute("form") AccessForm form,
            @RequestParam(defaultValue = "1") int page,
            Actor viewer,
            Model model,
            HttpServletResponse response) {
        demandReader(viewer);
        List<FormProblem> problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(Refused.Kind.INVALID.status());
        }
        AccessFilter filter = form.filter(rules.withheldFrom(viewer));
        long total = problems.isEmpty() ? trail.count(filter) : 0;
        Pager pager =
                new Pager(Math.min(Math.max(1, page), LAST_PAGE), PAGE_SIZE, total, "/audit/reads", parameters(form));
        List<AccessEntry> shown =
                total == 0 ? List.of() : trail.page(filter, PAGE_SIZE, (pager.number() - 1L) * PAGE_SIZE);
        model.addAttribute("problems", problems);
        model.addAttribute("lines", lines(shown));
        model.addAttribute("total", total);
        model.addAttribute("pager", pager);
        model.addAttribute("narrowed", !form.asMap().isEmpty());
        model.addAttribute("export", form.link("/audit/reads.csv"));
        model.addAttribute("kinds", kinds());
        return "record/reads";
    }

    @GetMapping("/audit/reads.csv")
    void export(@ModelAttribute AccessForm form, Actor viewer, HttpServletResponse response) throws IOException {
        demandReader(viewer);
        if (!form.problems().isEmpty()) {
            throw Refused.invalid(form.problems());
        }
        fixing.fix();
        exporting.beginAccess(viewer, form.asMap());
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-trail.csv\"");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        out.write(Csv.MARK + Csv.line(AccessLine.HEADS));
        Map<String, String> names = new LinkedHashMap<>();
        trail.each(form.filter(rules.withheldFrom(viewer)), entry -> write(out, line(entry, names)));
        out.flush();
    }

    @GetMapping("/record/reads")
    String lists(Actor viewer, Model model) {
        model.addAttribute("recorded", routes.recorded());
        model.addAttribute("unrecorded", new TreeMap<>(routes.unrecorded()));
        model.addAttribute("parts", new TreeMap<>(routes.parts()));
        model.addAttribute("readsTrail", rules.mayReadAll(viewer));
        return "record/recorded-reads";
    }

    private void demandReader(Actor viewer) {
        if (!rules.mayReadAll(viewer)) {
            throw Refused.notAllowed("The access trail is read by auditors, the board committee and the ombuds.");
        }
    }

    private static void write(Writer out, AccessLine line) {
        try {
            out.write(Csv.line(line.cells()));
        } catch (IOException e) {
            throw new UncheckedIOException("the reader went away", e);
        }
    }

    private List<AccessLine> lines(List<AccessEntry> entries) {
        Map<String, String> names = new LinkedHashMap<>();
        return entries.stream().map(entry -> line(entry, names)).toList();
    }

    private AccessLine line(AccessEntry entry, Map<String, String> names) {
        return new AccessLine(entry, names.computeIfAbsent(entry.access().actor(), actors::name));
    }

    private static Map<String, List<String>> parameters(AccessForm form) {
        Map<String, List<String>> parameters = new TreeMap<>();
        form.asMap().forEach((name, value) -> parameters.put(name, List.of(value)));
        return parameters;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("", "Every kind");
        for (AccessKind kind : AccessKind.values()) {
            kinds.put(kind.name(), kind.label());
        }
        return kinds;
    }
}
