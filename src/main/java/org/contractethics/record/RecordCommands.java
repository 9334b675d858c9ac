package org.contractethics.record;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.contractethics.record.verification.VerifyCommand;
import org.contractethics.record.witness.WitnessCommand;

/** The programs in the same file that know neither the application nor its database. */
public final class RecordCommands {

    private RecordCommands() {}

    /** The exit code; empty where the arguments ask for the application. */
    public static OptionalInt run(String[] arguments, PrintStream out) {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        return switch (arguments.length == 0 ? "" : arguments[0]) {
            case "witness" -> OptionalInt.of(WitnessCommand.run(rest, out));
            case "verify" -> OptionalInt.of(VerifyCommand.run(rest, out));
            default -> OptionalInt.empty();
        };
    }
}
