package org.contractethics.record.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.contractethics.record.proof.GivenFile;
import org.contractethics.record.signing.SigningKey;

/** {@code witness --config FILE} runs a witness, {@code witness --new-key NAME FILE} makes its key. */
public final class WitnessCommand {

    private static final int DONE = 0;
    private static final int FAILED = 2;

    private WitnessCommand() {}

    /** Returns the exit code; a running witness does not return. */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            if (arguments.size() == 2 && arguments.get(0).equals("--config")) {
                return serve(GivenFile.named(arguments.get(1)), out);
            }
            if (arguments.size() == 3 && arguments.get(0).equals("--new-key")) {
                return newKey(arguments.get(1), GivenFile.named(arguments.get(2)), out);
            }
            out.println("witness --config FILE          runs a witness of the record");
            out.println("witness --new-key NAME FILE    makes its secret key, and prints its public key");
        } catch (IOException e) {
            out.println("The witness cannot start: " + GivenFile.words(e) + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return FAILED;
    }

    private static int serve(Path file, PrintStream out) throws IOException, InterruptedException {
        try (WitnessServer server = WitnessServer.start(file, Clock.systemUTC())) {
            out.println(
                    "The witness takes checkpoints on port " + server.port() + ". Its key is " + server.verifierKey());
            new CountDownLatch(1).await();
        }
        return DONE;
    }

    private static int newKey(String name, Path file, PrintStream out) throws IOException {
        WitnessConfig.demandName(name);
        byte[] secret = new byte[SigningKey.SECRET];
        new SecureRandom().nextBytes(secret);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(secret) + "\n", StandardOpenOption.WRITE);
        out.println(SigningKey.ofWitness(name, secret).verifierKey());
        return DONE;
    }
}
