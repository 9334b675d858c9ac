package org.contractethics.report.internal;

import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.SecretFacts;
import org.contractethics.shared.SecretFacts.Secret;
import org.springframework.stereotype.Component;

/**
 * The casebook of this node, brought up to the head of the record before each look. Only entries that are new are folded; if
 * the record does not continue what was folded (a database was restored), everything is folded anew. What is withheld from staff
 * because of secrecy terms is asked of the register at each look: no entry tells it.
 */
@Component
class CurrentCasebook {

    private static final TreeHead NOTHING = new TreeHead(0, "");

    private final RecordReader record;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final WorkingDays days;
    private final SecretFacts secrets;
    private Casebook book;
    private TreeHead folded = NOTHING;
    private String lastLeaf = "";
    private Map<ContractId, Secret> withheld = Map.of();
    private long state;

    CurrentCasebook(RecordReader record, WorkingDays days, SecretFacts secrets) {
        this.record = record;
        this.days = days;
        this.secrets = secrets;
        this.book = new Casebook(days);
    }

    /** Looks into the casebook; the head given along is the one it was folded up to. The casebook must not be kept. */
    <T> T look(BiFunction<Casebook, TreeHead, T> look) {
        catchUp();
        lock.readLock().lock();
        try {
            return look.apply(book, folded);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Another number whenever the casebook is another; entries that tell it nothing change neither. To be asked within a look. */
    long state() {
        return state;
    }

    /** Whoever asks the register holds the lock: an older answer would undo a newer one. */
    private void catchUp() {
        TreeHead head = record.head();
        lock.writeLock().lock();
        try {
            if (!continues(head)) {
                forget();
            }
            boolean behind = head.size() > folded.size();
            if (behind) {
                if (erasedSince(head)) {
                    forget();
                }
                fold(head);
            }
            Map<ContractId, Secret> secret = secrets.secret();
            if (behind || !secret.equals(withheld)) {
                withhold(secret);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** A reader that comes late may hold an older head than what others have folded meanwhile; that is no break. */
    private boolean continues(TreeHead head) {
        if (folded.size() == 0 || head.rootHash().equals(folded.rootHash())) {
            return true;
        }
        return record.find(folded.size() - 1)
                .map(last -> last.leafHash().equals(lastLeaf))
                .orElse(false);
    }

    /** Of what was folded some values are gone; nothing of them may stay here. */
    private boolean erasedSince(TreeHead head) {
        return folded.size() > 0
                && record.newest(EntryFilter.ofKind("erased"), head.size(), 1).stream()
                        .anyMatch(erased -> erased.index() >= folded.size());
    }

    /** What was folded by half when the database failed is thrown away, or it would be folded twice. */
    private void fold(TreeHead head) {
        Casebook continued = book;
        boolean done = false;
        try {
            record.each(EntryFilter.ALL, folded.size(), head.size(), entry -> {
                if (continued.apply(entry)) {
                    state++;
                }
                lastLeaf = entry.leafHash();
            });
            folded = head;
            done = true;
        } finally {
            if (!done) {
                forget();
            }
        }
    }

    /** Also after each entry: a contract may be made known by it that was secret before. */
    private void withhold(Map<ContractId, Secret> secret) {
        book.secret(secret);
        if (!secret.equals(withheld)) {
            state++;
        }
        withheld = secret;
    }

    private void forget() {
        book = new Casebook(days);
        folded = NOTHING;
        withheld = Map.of();
        state++;
    }
}
