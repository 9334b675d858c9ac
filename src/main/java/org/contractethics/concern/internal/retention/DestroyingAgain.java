package org.contractethics.concern.internal.retention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.contractethics.concern.internal.destroyed.DestroyedList;
import org.contractethics.concern.internal.destroyed.Destroying;
import org.contractethics.concern.internal.destroyed.Destroying.Destroyed;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the database against the list of what was destroyed. What a restored backup brought back is destroyed again before the first
 * request; what the list lacks, because it is new, was cut short, or another node keeps one of its own, is added to it.
 */
@Component
class DestroyingAgain implements SmartLifecycle, RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(DestroyingAgain.class);

    private final DestroyedList list;
    private final List<Destroying> ways;
    private final StaleHolds holds;
    private final TransactionTemplate transaction;
    private final List<BroughtBack> unfinished = new ArrayList<>();
    private volatile boolean running;

    DestroyingAgain(DestroyedList list, List<Destroying> ways, StaleHolds holds, TransactionTemplate transaction) {
        this.list = list;
        this.ways = ways.stream().sorted(Comparator.comparing(Destroying::kind)).toList();
        this.holds = holds;
        this.transaction = transaction;
    }

    private record BroughtBack(Destroying way, Destroyed destroyed) {}

    /** Where something cannot be destroyed again the application does not start: somebody could read it. */
    @Override
    public synchronized void start() {
        if (list.isKept()) {
            list.problems().forEach(log::error);
            int added = complete();
            if (added > 0) {
                log.warn(
                        "the list of what was destroyed lacked {} lines about what the database knows was destroyed, and has them"
                                + " now: it is new, was cut short, or another node keeps one of its own",
                        added);
            }
            destroyAgain();
        }
        running = true;
    }

    private void destroyAgain() {
        List<BroughtBack> back = broughtBack();
        if (back.isEmpty()) {
            return;
        }
        log.warn(
                "the database is older than the list of what was destroyed: {} of the things on it are there again and are"
                        + " destroyed once more before anybody reads them",
                back.size());
        back.forEach(one -> transaction.executeWithoutResult(status -> makeUnreadable(one)));
        unfinished.addAll(back);
        finish();
    }

    private List<BroughtBack> broughtBack() {
        List<BroughtBack> back = new ArrayList<>();
        for (Destroying way : ways) {
            way.left().forEach(id -> list.find(id, way.kind())
                    .ifPresent(what -> back.add(new BroughtBack(way, new Destroyed(id, what)))));
        }
        return back;
    }

    private void makeUnreadable(BroughtBack one) {
        Destroyed what = one.destroyed();
        // another node may be destroying it just now
        holds.lock(what.concern());
        if (one.way().left().contains(what.concern())) {
            holds.lift(what.concern());
            one.way().makeUnreadable(what.concern(), what.what());
        }
    }

    /** Goes on with what could not be finished at the start, and keeps the list complete. */
    @Override
    public synchronized void run() {
        if (list.isKept()) {
            list.refresh();
            int added = complete();
            if (added > 0) {
                log.info("{} lines added to the list of what was destroyed", added);
            }
            finish();
        }
    }

    private int complete() {
        try {
            return ways.stream().mapToInt(this::complete).sum();
        } catch (Refused cannotBeWritten) {
            // said by the list; tried again with the next turn
            return 0;
        }
    }

    private int complete(Destroying way) {
        List<Destroyed> lacking = way.done().stream()
                .filter(one -> list.find(one.concern(), way.kind()).isEmpty())
                .toList();
        lacking.forEach(one -> list.add(one.concern(), one.what()));
        return lacking.size();
    }

    /** One that fails stops no other; nobody can read it meanwhile. */
    private void finish() {
        for (BroughtBack one : List.copyOf(unfinished)) {
            Destroyed what = one.destroyed();
            try {
                transaction.executeWithoutResult(status -> {
                    if (holds.lock(what.concern())) {
                        one.way().finish(what.concern(), what.what());
                    }
                });
                unfinished.remove(one);
                log.info("destroyed again, because a backup had brought it back concern={}", what.concern());
            } catch (RuntimeException failure) {
                log.error("not finished yet, though nobody can read it concern={}", what.concern(), failure);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the engine's jobs, and after the policy is in its place. */
    @Override
    public int getPhase() {
        return 1;
    }
}
