package org.contractethics.record.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.TreeHead;
import org.contractethics.record.internal.ExportingEntries;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.record.internal.SealedFields;
import org.contractethics.record.internal.SealedFields.Opened;
import org.contractethics.record.trail.FixingAccess;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record as a file of JSON lines: first the head of the tree, then each entry with the exact text that is hashed, so that
 * anyone can recompute the tree without this program, and the values that the text commits to. Of an entry that is withheld from the reader stands the hash alone, and only
 * where no filter would tell by it what it is about.
 */
@Controller
class AuditExport {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int AT_ONCE = 200;

    private final RecordReader record;
    private final ExportingEntries exporting;
    private final ReadingRules rules;
    private final FixingAccess access;
    private final SealedFields fields;

    /** The file is of one moment, whatever is erased while it is written. */
    private final TransactionTemplate snapshot;

    AuditExport(
            RecordReader record,
            ExportingEntries exporting,
            ReadingRules rules,
            FixingAccess access,
            SealedFields fields,
            PlatformTransactionManager transactions) {
        this.record = record;
        this.fields = fields;
        this.exporting = exporting;
        this.rules = rules;
        this.access = access;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @GetMapping("/audit/export")
    void export(@ModelAttribute FilterForm form, Actor viewer, HttpServletResponse response) {
        if (!rules.mayReadAll(viewer)) {
            throw Refused.notAllowed("The record is read by auditors, the board committee and the ombuds.");
        }
        if (!form.problems().isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    form.problems().stream().map(FormProblem::message).toList());
        }
        access.fix();
        TreeHead head = exporting.begin(viewer, form.asMap());
        snapshot.executeWithoutResult(status -> {
            demandWhole(head);
            write(head, form, viewer, response);
        });
    }

    /** Of values that are gone already an entry has to tell that is in the file. */
    private void demandWhole(TreeHead head) {
        boolean newer = record.newest(EntryFilter.ofKind("erased"), Long.MAX_VALUE, 1).stream()
                .anyMatch(entry -> entry.index() >= head.size());
        if (newer) {
            throw Refused.conflict("Values were erased at this moment. Export the record again.");
        }
    }

    private void write(TreeHead head, FilterForm form, Actor viewer, HttpServletResponse response) {
        response.setContentType("application/jsonl");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"record-" + head.size() + ".jsonl\"");
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            line(out, Map.of("treeSize", head.size(), "rootHash", head.rootHash(), "filters", form.asMap()));
            entries(out, head, form, rules.readableBy(viewer));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the reader went away", e);
        }
    }

    private void entries(Writer out, TreeHead head, FilterForm form, Predicate<RecordEntry> readable) {
        List<RecordEntry> some = new ArrayList<>();
        record.each(form.filter(), 0, head.size(), entry -> {
            if (readable.test(entry) || !form.narrows()) {
                some.add(entry);
            }
            if (some.size() == AT_ONCE) {
                lines(out, some, readable);
            }
        });
        lines(out, some, readable);
    }

    private void lines(Writer out, List<RecordEntry> entries, Predicate<RecordEntry> readable) {
        List<Long> shown =
                entries.stream().filter(readable).map(RecordEntry::index).toList();
        Map<Long, List<Opened>> opened = fields.of(shown);
        for (RecordEntry entry : entries) {
            line(out, line(entry, readable.test(entry), opened.getOrDefault(entry.index(), List.of())));
        }
        entries.clear();
    }

    private static Map<String, ?> line(RecordEntry entry, boolean readable, List<Opened> opened) {
        return readable
                ? Map.of("index", entry.index(), "leafHash", entry.leafHash(), "body", entry.body(), "opened", opened)
                : Map.of("index", entry.index(), "leafHash", entry.leafHash(), "withheld", true);
    }

    private static void line(Writer out, Map<String, ?> values) {
        try {
            out.write(JSON.writeValueAsString(values));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the reader went away", e);
        }
    }
}
