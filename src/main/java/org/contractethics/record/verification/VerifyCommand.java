package org.contractethics.record.verification;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy;

/** {@code verify EXPORT [POLICY]}: says in plain words whether an export is the record that was signed and witnessed. */
public final class VerifyCommand {

    private static final int INTACT = 0;
    private static final int NOT_PROVEN = 1;
    private static final int NOT_CHECKED = 2;

    private VerifyCommand() {}

    /** Returns the exit code: 0 intact, 1 not proven, 2 not checked. */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            out.println(
                    "verify EXPORT [POLICY]    checks an export of the record: a zip, or the folder it was unpacked to.");
            out.println(
                    "POLICY names the keys you trust (c2sp.org/tlog-policy); without it those in the export are taken.");
            return NOT_CHECKED;
        }
        try (ExportFiles files = ExportFiles.open(Path.of(arguments.get(0)))) {
            boolean own = arguments.size() == 2;
            Policy policy = Policy.parse(own ? Files.readAllBytes(Path.of(arguments.get(1))) : files.read("policy"));
            new ExportCheck(files, policy).run().forEach(line -> out.println("ok       " + line));
            if (!own) {
                out.println(
                        "note     The keys were taken from the export itself. Compare them with keys you have from elsewhere:");
                policy.keys().forEach(key -> out.println("         " + key));
            }
            out.println("The record is intact.");
            return INTACT;
        } catch (NotProvenException e) {
            out.println("problem  " + e.getMessage());
            out.println("This export does NOT prove an intact record.");
            return NOT_PROVEN;
        } catch (IOException e) {
            out.println("The export could not be read: " + e.getMessage());
            return NOT_CHECKED;
        }
    }
}
