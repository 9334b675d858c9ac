package org.contractethics.contract.internal.imports;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.contractethics.contract.internal.Text;
import org.contractethics.contract.internal.imports.ImportJob.State;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes award files from sales, from those who work on facts and from the start of the application, and tells how far they are. */
@Service
public class Importing {

    /** Largest file taken in, in bytes. */
    public static final int MAX_BYTES = 25 * 1024 * 1024;

    private static final int MOST_SHOWN = 100;

    private final Imports imports;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Importing(Imports imports, ApplicationEventPublisher events, Clock clock) {
        this.imports = imports;
        this.events = events;
        this.clock = clock;
    }

    /** A file was taken in and waits to be read. */
    record FileTaken(UUID id) {}

    /**
     * Takes a file in; it is read in the background.
     *
     * @throws UnreadableFile where the register cannot read this kind of file
     */
    @Transactional
    public ImportJob take(String fileName, byte[] content, Actor actor) throws UnreadableFile {
        demandImporter(actor);
        ImportJob job = add(fileName, content, actor);
        events.publishEvent(new FileTaken(job.id()));
        return job;
    }

    ImportJob add(String fileName, byte[] content, Actor actor) throws UnreadableFile {
        if (content.length > MAX_BYTES) {
            throw new UnreadableFile("The file is larger than 25 MB. Split it into several files.");
        }
        ImportFormat format = AwardFiles.format(content);
        if (format == ImportFormat.TEMPLATE
                && actor.hasAny(ChangingOthers.WORK_ON_FACTS)
                && !actor.has(Role.SUBMITTER)) {
            throw Refused.notAllowed(
                    "The spreadsheet is for people in sales. Triage officers and legal reviewers import award files.");
        }
        ImportJob job = new ImportJob(
                UUID.randomUUID(),
                baseName(fileName),
                format,
                Sha256.hex(content),
                content.length,
                actor.username(),
                clock.instant(),
                State.QUEUED,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null);
        imports.add(job, content);
        return job;
    }

    /** The import, for whoever may import and for auditors. */
    public ImportJob find(UUID id, Actor viewer) {
        demandReader(viewer);
        return imports.find(id).orElseThrow(() -> Refused.notFound("There is no such import."));
    }

    /** The newest imports, newest first. */
    public List<ImportJob> newest(Actor viewer) {
        demandReader(viewer);
        return imports.newest();
    }

    /** The first problems, by line. */
    public List<ImportProblem> firstProblems(UUID id, Actor viewer) {
        demandReader(viewer);
        return imports.problems(id, MOST_SHOWN);
    }

    /** Hands over all problems, by line, as they are read from the database. */
    public void eachProblem(UUID id, Actor viewer, Consumer<ImportProblem> taker) {
        demandReader(viewer);
        imports.eachProblem(id, taker);
    }

    /** Sales, and those who work on facts: what is held back from others they bring themselves. */
    public static boolean mayImport(Actor actor) {
        return actor.has(Role.SUBMITTER) || actor.hasAny(ChangingOthers.WORK_ON_FACTS);
    }

    private static void demandImporter(Actor actor) {
        if (!mayImport(actor)) {
            throw Refused.notAllowed(
                    "Only people in sales can import contracts, and triage officers and legal reviewers award files.");
        }
    }

    private static void demandReader(Actor viewer) {
        if (!mayImport(viewer) && !viewer.has(Role.AUDITOR)) {
            throw Refused.notAllowed("Only those who can import contracts, and auditors, can see imports.");
        }
    }

    /** The name without any path: browsers and scripts send more than the name at times. */
    private static String baseName(String fileName) {
        String line = Text.line(fileName).replace('\\', '/');
        String base = line.substring(line.lastIndexOf('/') + 1).strip();
        return base.isEmpty() ? "file" : Text.cut(base, 150);
    }
}
