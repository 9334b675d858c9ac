package org.contractethics.record.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds the memory of a witness for one running program. Two that share it could each look before the other has kept, and cosign two
 * checkpoints that contradict each other. The system lets go of it when the program ends, however it ends.
 */
final class OneWitness implements AutoCloseable {

    private final FileChannel held;

    private OneWitness(FileChannel held) {
        this.held = held;
    }

    static OneWitness of(Path folder) throws IOException {
        FileChannel file = FileChannel.open(
                Files.createDirectories(folder).resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return new OneWitness(file);
            }
        } catch (OverlappingFileLockException e) {
            // said below
        }
        file.close();
        throw new IOException(
                "another witness that runs has its memory in " + folder + ": give each a folder of its own");
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
