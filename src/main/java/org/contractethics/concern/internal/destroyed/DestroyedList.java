package org.contractethics.concern.internal.destroyed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.concern.internal.destroyed.DestroyedLines.Content;
import org.contractethics.concern.internal.destroyed.DestroyedLines.Entry;
import org.contractethics.concern.internal.vault.DestroyedKeys;
import org.contractethics.concern.internal.vault.FilerMarks;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The list of what was destroyed of concerns, in a file that no restored backup reaches. A line is written before the deletion is
 * committed, and taken back where that was rolled back, so a crash leaves at most a line about something that was about to go. It names no concern: a mark
 * stands for it, made with a key outside of the database, another for each way of destroying.
 */
@Component
public class DestroyedList implements DestroyedKeys {

    /** Takes an earlier line back: nothing was destroyed after all. */
    private static final String UNDONE = "UNDONE";

    private static final Logger LOG = LoggerFactory.getLogger(DestroyedList.class);

    private final @Nullable DestroyedFile file;
    private final FilerMarks marks;
    private Content content = Content.NONE;
    private volatile Map<String, Entry> named = Map.of();

    @Autowired
    DestroyedList(DestroyedSettings settings, FilerMarks marks) {
        this(fileOf(settings.destroyedFile(), marks), marks);
    }

    DestroyedList(@Nullable DestroyedFile file, FilerMarks marks) {
        this.file = file;
        this.marks = marks;
        if (file != null) {
            begin(file);
        }
    }

    private static @Nullable DestroyedFile fileOf(@Nullable Path path, FilerMarks marks) {
        return path == null ? null : new DestroyedFile(path, new DestroyedLines(marks::ofDestroyed));
    }

    private void begin(DestroyedFile from) {
        try {
            if (!from.isThere()) {
                from.create();
            }
            take(from.read());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Setting contract-ethics.concerns.destroyed-file names a file that cannot be read: put the path of"
                            + " the list of what was destroyed there, " + from.path() + " is none.",
                    e);
        }
        if (content.foreign()) {
            throw new IllegalStateException(
                    "Setting contract-ethics.concerns.destroyed-file names a list that this installation did not write,"
                            + " or contract-ethics.custodian.lookup-key is not its key: put the path of its own list"
                            + " there, or of an empty file where it has none yet.");
        }
    }

    public boolean isKept() {
        return file != null;
    }

    /** What of the file cannot be relied on, in sentences for whoever starts the application; empty where all of it can. */
    public synchronized List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (file != null && content.damaged() + content.missing() > 0) {
            problems.add(
                    "The list of what was destroyed, %s, is damaged: %s lines cannot be read or were changed, and %s are missing."
                                    .formatted(file.path(), content.damaged(), content.missing())
                            + " What they named comes back with a restored backup. Put a whole copy of the list there and start again.");
        }
        return problems;
    }

    /**
     * In the transaction that destroys it: the line is there before anything is gone for others.
     *
     * @throws Refused with 503 where it cannot be written; nothing may be destroyed then
     */
    public synchronized void add(ConcernId concern, Destruction what) {
        if (file == null || find(concern, what.kind()).isPresent()) {
            return;
        }
        try {
            Entry entry = append(file, what.day(), what.written(), mark(concern, what.kind()));
            undoneUnlessCommitted(file, entry);
        } catch (IOException e) {
            LOG.error("the list of what was destroyed cannot be written: nothing is destroyed until it can", e);
            throw new Refused(
                    Refused.Kind.UNAVAILABLE,
                    List.of("Nothing can be destroyed at the moment, because the list of what was cannot be written."
                            + " Nothing was changed. Please try again later."));
        }
    }

    /** What was destroyed of this concern in this way, and when. */
    public Optional<Destruction> find(ConcernId concern, Destruction.Kind kind) {
        return named.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(named.get(mark(concern, kind)))
                        .flatMap(entry -> Destruction.of(entry.what(), entry.day()));
    }

    @Override
    public boolean name(ConcernId concern, Part part) {
        return find(concern, Destruction.Kind.WITHDRAWN).isPresent()
                || find(concern, Destruction.Kind.PURGED).isPresent()
                || (part.equals(Part.LETTER)
                        && find(concern, Destruction.Kind.NAMES).isPresent());
    }

    /** Reads what other nodes added. */
    public synchronized void refresh() {
        try {
            if (file != null && file.size() != content.size()) {
                take(file.read());
            }
        } catch (IOException e) {
            LOG.error("the list of what was destroyed cannot be read", e);
        }
    }

    private Entry append(DestroyedFile to, LocalDate day, String what, String subject) throws IOException {
        Content now = to.add(day, what, subject);
        take(now);
        return Objects.requireNonNull(now.entries().get(now.last()), "the line that was just added");
    }

    private void take(Content read) {
        Map<String, Entry> standing = new HashMap<>();
        for (Entry entry : read.entries().values()) {
            if (entry.what().equals(UNDONE)) {
                standing.values().removeIf(earlier -> entry.subject().equals(String.valueOf(earlier.number())));
            } else {
                standing.put(entry.subject(), entry);
            }
        }
        content = read;
        named = Map.copyOf(standing);
    }

    private void undoneUnlessCommitted(DestroyedFile from, Entry entry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        undo(from, entry);
                    }
                }
            });
        }
    }

    private synchronized void undo(DestroyedFile from, Entry entry) {
        try {
            var unused = append(from, entry.day(), UNDONE, String.valueOf(entry.number()));
        } catch (IOException e) {
            LOG.error("line {} of the list of what was destroyed could not be taken back", entry.number(), e);
        }
    }

    private String mark(ConcernId concern, Destruction.Kind kind) {
        return marks.ofDestroyed(kind + " " + concern);
    }
}
