package org.contractethics.contract.internal.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contractethics.contract.internal.AgencyDirectories;
import org.contractethics.contract.internal.CatalogueCapabilities;
import org.contractethics.contract.internal.imports.ImportJob.State;
import org.contractethics.contract.internal.imports.Importing.FileTaken;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Reads files and stores what they hold, chunk by chunk. A chunk is one transaction; there is none around the whole file, so
 * that progress is seen and what was good stays. Whatever was stored before a crash is found unchanged when the import runs again.
 */
@Service
public class RunningImports {

    private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);
    /** One entry of the record tells of at most so many contracts. */
    private static final int CHUNK_ROWS = 1_000;

    private static final int WRITERS = 2;

    private final Imports imports;
    private final Importing importing;
    private final StoringContracts storing;
    private final CatalogueCapabilities capabilities;
    private final AgencyDirectories agencies;
    private final Clock clock;

    RunningImports(
            Imports imports,
            Importing importing,
            StoringContracts storing,
            CatalogueCapabilities capabilities,
            AgencyDirectories agencies,
            Clock clock) {
        this.agencies = agencies;
        this.capabilities = capabilities;
        this.imports = imports;
        this.importing = importing;
        this.storing = storing;
        this.clock = clock;
    }

    /** Imports a file at once, in the thread of the caller: for files that belong to the start of the application. */
    public ImportJob importNow(String fileName, byte[] content, Actor actor) throws UnreadableFile {
        ImportJob job = importing.add(fileName, content, actor);
        run(job.id());
        return imports.find(job.id()).orElseThrow();
    }

    @Async
    @TransactionalEventListener
    void on(FileTaken taken) {
        run(taken.id());
    }

    private void run(UUID id) {
        ImportJob job = imports.find(id).orElseThrow();
        if (job.finished()) {
            return;
        }
        if (!imports.claim(id, clock.instant())) {
            // told to the event registry as a failure, so that it asks again: whoever runs it now may die
            throw new IllegalStateException("import " + id + " is run by somebody else");
        }
        byte[] content = imports.content(id).orElseThrow();
        AwardFileReader reader = AwardFiles.reader(job.format(), capabilities.inForce(), agencies.inForce());
        Problems problems = new Problems(id);
        Found found = new Found(problems::add);
        String failure = read(job, reader, content, found);
        imports.rowsRead(id, found.rows(), clock.instant());
        found.tell();
        store(job, reader, found, problems);
        finish(job, found, failure, problems);
    }

    /**
     * Hands what can be read to {@code found}; answers why the rest cannot. Reading the same bytes again fails the same way,
     * so whatever the reader throws is an answer for the person, never a reason to run the import again.
     */
    static @Nullable String read(ImportJob job, AwardFileReader reader, byte[] content, RowSink found) {
        try {
            reader.read(content, found);
            return null;
        } catch (UnreadableFile unreadable) {
            return unreadable.getMessage();
        } catch (RuntimeException unexpected) {
            LOG.error("import cannot be read import={}", job.id(), unexpected);
            return "This file could not be read to its end: something in it is not as the register expects. "
                    + "Export it again, or ask the administrators; they find the cause in the log.";
        }
    }

    private void finish(ImportJob job, Found found, @Nullable String failure, Problems problems) {
        boolean nothing = found.rows() == 0 && failure != null;
        if (failure != null && !nothing) {
            problems.add(List.of(new ImportProblem(0, "", failure)));
        }
        imports.finish(job.id(), nothing ? State.FAILED : State.DONE, nothing ? failure : null, clock.instant());
        LOG.info("import finished import={} rows={} problems={}", job.id(), found.rows(), problems.count);
    }

    /** Two chunks are stored side by side: while the database works on one, the other is prepared. */
    private void store(ImportJob job, AwardFileReader reader, Found found, Problems problems) {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (List<GroupedContract> chunk : chunks(found)) {
                running.add(writers.submit(() -> storeChunk(job, reader, chunk, problems)));
            }
            for (Future<?> chunk : running) {
                chunk.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("import " + job.id() + " was interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("import " + job.id() + " broke off", failed.getCause());
        } finally {
            writers.shutdownNow();
        }
    }

    private static List<List<GroupedContract>> chunks(Found found) {
        List<List<GroupedContract>> chunks = new ArrayList<>();
        List<GroupedContract> chunk = new ArrayList<>();
        int rows = 0;
        for (GroupedContract group : found.groups()) {
            if (rows + group.rowCount() > CHUNK_ROWS && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                rows = 0;
            }
            chunk.add(group);
            rows += group.rowCount();
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    /**
     * A contract that the database refuses must not take the other contracts of its chunk with it. The same way out serves
     * where another import registered some of them in this very moment: tried again, they are found.
     */
    private void storeChunk(ImportJob job, AwardFileReader reader, List<GroupedContract> chunk, Problems problems) {
        try {
            problems.add(storing.store(job, reader, chunk));
        } catch (DataIntegrityViolationException | ConcurrencyFailureException refused) {
            int half = chunk.size() / 2;
            if (half == 0) {
                storeLast(job, reader, chunk, problems);
            } else {
                storeChunk(job, reader, List.copyOf(chunk.subList(0, half)), problems);
                storeChunk(job, reader, List.copyOf(chunk.subList(half, chunk.size())), problems);
            }
        }
    }

    private void storeLast(ImportJob job, AwardFileReader reader, List<GroupedContract> chunk, Problems problems) {
        int line = chunk.get(0).firstLine();
        try {
            problems.add(storing.store(job, reader, chunk));
        } catch (DataIntegrityViolationException refused) {
            LOG.warn("import refused by the database import={} line={}", job.id(), line);
            problems.add(List.of(new ImportProblem(
                    line,
                    "",
                    refused instanceof DuplicateKeyException
                            ? "The register holds this contract number or ocid already. Import the file again."
                            : "The register refuses this contract: a value breaks one of its limits.")));
        }
    }

    /** Problems of a run in the order they come up. */
    private final class Problems {

        private final UUID id;
        private int count;

        private Problems(UUID id) {
            this.id = id;
        }

        private synchronized void add(List<ImportProblem> more) {
            if (!more.isEmpty()) {
                imports.addProblems(id, count, more, clock.instant());
                count += more.size();
            }
        }
    }
}
