package org.contractethics.local;

import java.nio.file.Path;

/** What may be said on the command line; an empty value counts as not said, so that Maven can always pass all of them. */
final class LocalOptions {

    private LocalOptions() {}

    static String directory() {
        return text("local.directory", ".local");
    }

    /** The folder whose running servers are to be used; empty for our own. */
    static String attach() {
        return text("local.attach", "");
    }

    static boolean reset() {
        return flag("local.reset");
    }

    static boolean withCases() {
        return !flag("local.no-cases");
    }

    static boolean serversOnly() {
        return flag("local.servers-only");
    }

    /** The database of a test: named after the checkout where several checkouts share one server; each test process has its own. */
    static String database(boolean shared) {
        String checkout = Path.of("").toAbsolutePath().getFileName().toString();
        String usual = (shared ? "contract_ethics_" + checkout : "contract_ethics_test") + process();
        return text("local.database", usual).replaceAll("[^A-Za-z0-9]", "_");
    }

    /** Nothing for the first of the test processes that Maven runs side by side, else its number. */
    private static String process() {
        String process = text("local.process", "process-1");
        return process.equals("process-1") ? "" : "_" + process;
    }

    private static boolean flag(String name) {
        String value = System.getProperty(name);
        return value != null && !value.isBlank() && !value.equals("false");
    }

    private static String text(String name, String otherwise) {
        String value = System.getProperty(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
