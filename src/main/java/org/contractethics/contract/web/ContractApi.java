package org.contractethics.contract.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.AgencyDirectories;
import org.contractethics.contract.internal.CatalogueCapabilities;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.ContractForm;
import org.contractethics.contract.internal.RegisterLines;
import org.contractethics.contract.internal.RegisterPage;
import org.contractethics.contract.internal.RegisterSearch;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.contract.internal.Visibility;
import org.contractethics.contract.internal.imports.ImportJob;
import org.contractethics.contract.internal.imports.ImportProblem;
import org.contractethics.contract.internal.imports.Importing;
import org.contractethics.contract.internal.imports.UnreadableFile;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormFileName;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The register for other systems. The same rules apply as on the pages, because the same use cases are called. */
@RestController
@RequestMapping("/api/contracts")
@Tag(name = "Contracts", description = "The register of government contracts")
class ContractApi {

    private final ContractRegister register;
    private final RegisterLines lines;
    private final RegisterSearch search;
    private final RegisteringContracts registering;
    private final Importing importing;
    private final EntityTags tags;
    private final CatalogueCapabilities capabilities;
    private final AgencyDirectories agencies;

    ContractApi(
            ContractRegister register,
            RegisterLines lines,
            RegisterSearch search,
            RegisteringContracts registering,
            Importing importing,
            EntityTags tags,
            CatalogueCapabilities capabilities,
            AgencyDirectories agencies) {
        this.agencies = agencies;
        this.capabilities = capabilities;
        this.register = register;
        this.lines = lines;
        this.search = search;
        this.registering = registering;
        this.importing = importing;
        this.tags = tags;
    }

    /** One page of the register. */
    record Page(int total, boolean more, int page, int pages, List<ContractAnswer> contracts) {}

    /** An import with its first problems. */
    record ImportAnswer(
            UUID id,
            String fileName,
            String format,
            String state,
            int rowsRead,
            int rowsDone,
            int registered,
            int updated,
            int unchanged,
            int problems,
            List<ImportProblem> firstProblems) {

        static ImportAnswer of(ImportJob job, List<ImportProblem> first) {
            return new ImportAnswer(
                    job.id(),
                    job.fileName(),
                    job.format().name(),
                    job.state().name(),
                    job.rowsRead(),
                    job.rowsDone(),
                    job.registered(),
                    job.updated(),
                    job.unchanged(),
                    job.problems(),
                    first);
        }
    }

    @GetMapping
    @Operation(
            summary = "Find contracts",
            description =
                    "Parameters as on the page: q, agency, type, state, tier, year, value, country, mine, sort, page.")
    @ApiResponse(responseCode = "200", description = "A page of what the caller may see")
    @ApiResponse(responseCode = "422", description = "A parameter whose value no contract can have")
    Page find(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) Actor viewer) {
        List<FormProblem> misread = RegisterQuery.misread(parameters);
        if (!misread.isEmpty()) {
            throw Refused.invalid(misread);
        }
        RegisterPage page = search.page(RegisterQuery.of(parameters).filter(), viewer);
        return new Page(
                page.total(),
                page.more(),
                page.number(),
                page.pages(),
                page.lines().stream().map(line -> ContractAnswer.of(line, null)).toList());
    }

    @GetMapping("/{contractId}")
    @Operation(
            summary = "One contract",
            description = "Facts beyond the register's line only for those who may read them.")
    @ApiResponse(responseCode = "200", description = "Its ETag is what a change sends as If-Match")
    ResponseEntity<ContractAnswer> one(@PathVariable ContractId contractId, @Parameter(hidden = true) Actor viewer) {
        Visibility.demandRegister(viewer);
        return tagged(answer(register.get(contractId), viewer));
    }

    @PostMapping
    @Operation(summary = "Register a contract", description = "The caller becomes its account owner.")
    @ApiResponse(responseCode = "201", description = "Registered")
    ResponseEntity<ContractAnswer> register(
            @RequestBody ContractRequest request, @Parameter(hidden = true) Actor actor) {
        ContractId id = registering.register(sound(request, null), "API", actor).id();
        ContractAnswer answer = answer(register.get(id), actor);
        return ResponseEntity.created(URI.create("/api/contracts/" + id))
                .eTag(tags.of(answer))
                .body(answer);
    }

    @PutMapping("/{contractId}")
    @Operation(
            summary = "Change the facts of a contract",
            description =
                    "By its account owner, all facts at once: what is left out is emptied. A change of facts that were"
                            + " weighed makes an approval lapse (H8), and is refused while a review weighs them.")
    @ApiResponse(responseCode = "200", description = "Changed; the answer has a new ETag")
    ResponseEntity<ContractAnswer> change(
            @PathVariable ContractId contractId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContractRequest request,
            @Parameter(hidden = true) Actor actor) {
        Contract now = registering.editable(contractId, actor).contract();
        tags.demand(ifMatch, answer(now, actor));
        registering.change(contractId, now.version(), sound(request, now.value()), actor);
        return tagged(answer(register.get(contractId), actor));
    }

    @PostMapping("/{contractId}/owner")
    @Operation(
            summary = "Take a contract over",
            description =
                    "A contract that an import brought in and that nobody owns; the caller becomes its account owner.")
    @ApiResponse(responseCode = "200", description = "Taken over; the answer has a new ETag")
    ResponseEntity<ContractAnswer> take(
            @PathVariable ContractId contractId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor actor) {
        Visibility.demandRegister(actor);
        tags.demand(ifMatch, answer(register.get(contractId), actor));
        register.entrust(contractId, actor, actor);
        return tagged(answer(register.get(contractId), actor));
    }

    private ContractDraft sound(ContractRequest request, @Nullable ContractValue before) {
        ContractForm.Reading reading = request.form().read(before, capabilities.inForce(), agencies.inForce());
        if (!reading.problems().isEmpty()) {
            throw Refused.invalid(
                    reading.problems().stream().map(ContractRequest::named).toList());
        }
        return reading.draft();
    }

    private ResponseEntity<ContractAnswer> tagged(ContractAnswer answer) {
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Import an award file",
            description = "Read in the background; ask the address in Location how far it is.")
    @ApiResponse(responseCode = "202", description = "Taken in")
    @ApiResponse(responseCode = "422", description = "No file that the register can read")
    ResponseEntity<ImportAnswer> upload(@RequestParam MultipartFile file, @Parameter(hidden = true) Actor actor)
            throws IOException {
        try {
            String name = file.getOriginalFilename();
            ImportJob job = importing.take(FormFileName.decoded(name == null ? "" : name), file.getBytes(), actor);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/contracts/imports/" + job.id()))
                    .body(ImportAnswer.of(job, List.of()));
        } catch (UnreadableFile unreadable) {
            throw Refused.invalid(String.valueOf(unreadable.getMessage()));
        }
    }

    @GetMapping("/imports/{importId}")
    @Operation(summary = "How far an import is")
    ImportAnswer imported(@PathVariable UUID importId, @Parameter(hidden = true) Actor viewer) {
        return ImportAnswer.of(importing.find(importId, viewer), importing.firstProblems(importId, viewer));
    }

    private ContractAnswer answer(Contract contract, Actor viewer) {
        boolean reads = Visibility.mayReadFacts(contract, viewer);
        return ContractAnswer.of(lines.of(contract, viewer), reads ? ContractAnswer.Facts.of(contract) : null);
    }
}
