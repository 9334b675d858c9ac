package org.contractethics.local;

import java.util.concurrent.Callable;

/** One line on the terminal for each step of a start. */
final class Progress {

    private Progress() {}

    static void say(String line) {
        System.out.println("[local] " + line);
    }

    static <T> T timed(String name, Callable<T> start) throws Exception {
        say(name + " is starting");
        long begin = System.nanoTime();
        T result = start.call();
        say("%s is ready after %.1f s".formatted(name, (System.nanoTime() - begin) / 1e9));
        return result;
    }
}
