package org.contractethics.record.verification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Has on all processors done what is done to each element for itself, while whoever takes the answers reads on: they come in the order
 * of the elements, and no more than a few hundred elements are ahead of them.
 */
final class InOrder<T, R> implements Iterator<R>, AutoCloseable {

    private static final int AT_ONCE = 128;

    private final Iterator<T> source;
    private final Function<T, R> work;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(processors, InOrder::thread);
    private final Deque<Future<List<R>>> ahead = new ArrayDeque<>();
    private Iterator<R> answers = Collections.emptyIterator();

    /** @param work for any number of elements at once, so it changes nothing */
    InOrder(Iterator<T> source, Function<T, R> work) {
        this.source = source;
        this.work = work;
    }

    @Override
    public boolean hasNext() {
        while (ahead.size() < 2 * processors && source.hasNext()) {
            ahead.add(workers.submit(nextOnes()));
        }
        while (!answers.hasNext() && !ahead.isEmpty()) {
            answers = taken(ahead.remove()).iterator();
        }
        return answers.hasNext();
    }

    @Override
    public R next() {
        return answers.next();
    }

    private Callable<List<R>> nextOnes() {
        List<T> elements = new ArrayList<>(AT_ONCE);
        while (elements.size() < AT_ONCE && source.hasNext()) {
            elements.add(source.next());
        }
        return () -> elements.stream().map(work).toList();
    }

    private static <R> List<R> taken(Future<List<R>> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an element could not be looked at", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "verification");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
