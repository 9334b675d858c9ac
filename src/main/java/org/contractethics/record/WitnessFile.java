package org.contractethics.record;

import java.util.Optional;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy;

/** Looks at the file that names the witnesses of the record before anything is started with it. */
public final class WitnessFile {

    private WitnessFile() {}

    /** What is wrong with its content, to stand after "a file that"; empty where at least one witness has to agree. */
    public static Optional<String> problem(byte[] content) {
        try {
            return Policy.parse(content).asksForWitnesses()
                    ? Optional.empty()
                    : Optional.of("asks for no witness, so that nothing would count as recorded");
        } catch (NotProvenException e) {
            return Optional.of("cannot be understood (" + e.getMessage() + ")");
        }
    }
}
