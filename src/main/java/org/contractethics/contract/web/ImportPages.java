package org.contractethics.contract.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.internal.CatalogueCapabilities;
import org.contractethics.contract.internal.imports.ImportJob;
import org.contractethics.contract.internal.imports.ImportProblem;
import org.contractethics.contract.internal.imports.Importing;
import org.contractethics.contract.internal.imports.TemplateWorkbook;
import org.contractethics.contract.internal.imports.UnreadableFile;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Csv;
import org.contractethics.shared.FormFileName;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Upload of award files, how far their import is, and what was wrong in them. */
@Controller
class ImportPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Importing importing;
    private final TemplateWorkbook template;
    private final PeopleDirectory people;
    private final CatalogueCapabilities capabilities;

    ImportPages(
            Importing importing,
            TemplateWorkbook template,
            PeopleDirectory people,
            CatalogueCapabilities capabilities) {
        this.capabilities = capabilities;
        this.importing = importing;
        this.template = template;
        this.people = people;
    }

    @GetMapping("/contracts/import")
    ModelAndView form(Actor viewer, Model model) {
        return form(viewer, model, List.of(), HttpStatus.OK);
    }

    @PostMapping("/contracts/import")
    ModelAndView upload(@RequestParam(required = false) MultipartFile file, Actor actor, Model model)
            throws IOException {
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isEmpty()) {
            return problem(actor, model, "Choose a file to import.");
        }
        if (file.getSize() > Importing.MAX_BYTES) {
            return problem(actor, model, "The file is larger than 25 MB. Split it into several files.");
        }
        try {
            ImportJob job = importing.take(FormFileName.decoded(file.getOriginalFilename()), file.getBytes(), actor);
            return new ModelAndView("redirect:/contracts/import/" + job.id());
        } catch (UnreadableFile unreadable) {
            return problem(actor, model, String.valueOf(unreadable.getMessage()));
        }
    }

    @GetMapping("/contracts/import/{importId}")
    String progress(@PathVariable UUID importId, Actor viewer, Model model) {
        ImportJob job = importing.find(importId, viewer);
        model.addAttribute("job", job);
        model.addAttribute("uploader", people.displayName(job.uploadedBy()));
        model.addAttribute("importProblems", importing.firstProblems(importId, viewer));
        return "contract/import-progress";
    }

    @GetMapping("/contracts/import/{importId}/errors.csv")
    ResponseEntity<StreamingResponseBody> errors(@PathVariable UUID importId, Actor viewer) {
        importing.find(importId, viewer);
        StreamingResponseBody csv = (OutputStream out) -> {
            PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.append(Csv.MARK).append(Csv.line(List.of("Line", "Column", "Problem")));
            importing.eachProblem(importId, viewer, problem -> writer.append(row(problem)));
            writer.flush();
        };
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("import-errors.csv"))
                .body(csv);
    }

    private static String row(ImportProblem problem) {
        String line = problem.line() == 0 ? "" : Integer.toString(problem.line());
        return Csv.line(List.of(line, problem.column(), problem.reason()));
    }

    @GetMapping("/contracts/import/template.xlsx")
    ResponseEntity<StreamingResponseBody> template() {
        StreamingResponseBody body = (OutputStream out) -> template.writeTo(out, capabilities.inForce());
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(TemplateWorkbook.fileName()))
                .body(body);
    }

    private ModelAndView problem(Actor actor, Model model, String message) {
        return form(actor, model, List.of(new FormProblem("file", message)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView form(Actor viewer, Model model, List<FormProblem> problems, HttpStatus status) {
        model.addAttribute("problems", problems);
        List<ImportJob> jobs = importing.newest(viewer);
        model.addAttribute("jobs", jobs);
        model.addAttribute(
                "names",
                jobs.stream()
                        .map(ImportJob::uploadedBy)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), people::displayName)));
        model.addAttribute("mayImport", Importing.mayImport(viewer));
        model.addAttribute("sales", viewer.has(Role.SUBMITTER));
        return new ModelAndView("contract/import", model.asMap(), status);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
