package org.contractethics.concern;

import java.io.PrintStream;
import java.util.List;
import org.contractethics.concern.internal.vault.CustodianKeyCommand;

/** The command that makes, rotates and retires the keys by which concerns are sealed; needs neither servers nor settings. */
public final class CustodianKey {

    /** The word on the command line that asks for it. */
    public static final String COMMAND = "custodian-key";

    private CustodianKey() {}

    /** @return 0 where what was asked for was done */
    public static int run(List<String> arguments, PrintStream out) {
        return new CustodianKeyCommand(out).run(arguments);
    }
}
