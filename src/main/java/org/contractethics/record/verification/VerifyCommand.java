package org.contractethics.record.verification;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.contractethics.record.proof.GivenFile;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.PlainText;
import org.contractethics.record.proof.Policy;

/**
 * {@code verify EXPORT [POLICY]}: says in plain words whether an export is the record that was signed and witnessed; of a single receipt,
 * {@code verify RECEIPT ENTRY POLICY [FILING]}, whether it proves its entry.
 */
public final class VerifyCommand {

    private static final int INTACT = 0;
    private static final int NOT_PROVEN = 1;
    private static final int NOT_CHECKED = 2;
    private static final int NOT_ATTRIBUTED = 3;

    private VerifyCommand() {}

    /**
     * Returns the exit code: 0 intact by the keys and witnesses that were given, 1 not proven, 2 not checked, 3 in itself without
     * contradiction. That anybody can make who has a key and a second.
     */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            if (!arguments.isEmpty() && ReceiptCommand.isReceipt(GivenFile.named(arguments.get(0)))) {
                return receipt(arguments, out);
            }
            return arguments.isEmpty() || arguments.size() > 2 ? usage(out) : export(arguments, out);
        } catch (IOException e) {
            out.println(PlainText.of("The files could not be read: " + GivenFile.words(e) + "."));
            return NOT_CHECKED;
        }
    }

    private static int usage(PrintStream out) {
        out.println(
                "verify EXPORT [POLICY]    checks an export of the record: a zip, or the folder it was unpacked to.");
        out.println(
                "POLICY names the keys you trust (c2sp.org/tlog-policy); without it, nothing says whose record it is.");
        out.println(
                "verify RECEIPT ENTRY POLICY [FILING]    checks with a receipt (.tlog-proof) that one entry is in the record.");
        out.println(
                "ENTRY is a file with the exact bytes of the entry, or its leaf hash; FILING the proof that a filer saved.");
        return NOT_CHECKED;
    }

    private static int receipt(List<String> arguments, PrintStream out) throws IOException {
        if (!ReceiptCommand.takes(arguments)) {
            return usage(out);
        }
        try {
            ReceiptCommand receipt = new ReceiptCommand(out);
            boolean fits = receipt.run(arguments);
            if (fits && !receipt.witnessed()) {
                out.println(
                        "The entry is in a record of these keys, and no witness was asked whether there is another of them: "
                                + "give a policy with witnesses you trust.");
                return NOT_ATTRIBUTED;
            }
            out.println(
                    fits
                            ? "The entry is in the record."
                            : "The entry is in the record, but it is none that the application writes.");
            return fits ? INTACT : NOT_PROVEN;
        } catch (NotProvenException e) {
            out.println(PlainText.of("problem  " + e.getMessage()));
            out.println("This receipt does NOT prove that the entry is in the record.");
            return NOT_PROVEN;
        }
    }

    private static int export(List<String> arguments, PrintStream out) throws IOException {
        try (ExportFiles files = ExportFiles.open(GivenFile.named(arguments.get(0)))) {
            boolean own = arguments.size() == 2;
            Policy policy = Policy.parse(own ? ReceiptCommand.given(arguments.get(1)) : files.read("policy"));
            new ExportCheck(files, policy).run().forEach(line -> out.println(PlainText.of("ok       " + line)));
            return own ? byPolicy(policy, out) : byItself(policy, out);
        } catch (NotProvenException e) {
            out.println(PlainText.of("problem  " + e.getMessage()));
            out.println("This export does NOT prove an intact record.");
            return NOT_PROVEN;
        }
    }

    private static int byItself(Policy policy, PrintStream out) {
        out.println(
                "note     The keys were taken from the export itself. Compare them with keys you have from elsewhere:");
        policy.keys().forEach(key -> out.println(PlainText.of("         " + key)));
        out.println(
                "This export agrees with itself; whose record it is was not checked: give the policy with the keys you"
                        + " trust.");
        return NOT_ATTRIBUTED;
    }

    /** Without a witness, whoever holds the key can have signed another record beside this one. */
    private static int byPolicy(Policy policy, PrintStream out) {
        if (policy.asksForWitnesses()) {
            out.println("The record is intact.");
            return INTACT;
        }
        out.println(
                "This export agrees with itself and with the keys of the policy; whether they signed another record was not"
                        + " checked: give a policy with witnesses you trust.");
        return NOT_ATTRIBUTED;
    }
}
