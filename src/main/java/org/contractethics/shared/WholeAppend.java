package org.contractethics.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Adds to the end of a file so that all of it is on the disk afterwards, or nothing. */
public class WholeAppend {

    /** @throws IOException where not all of it could be written, for example because the disk is full; the file is as long as before */
    public void append(FileChannel channel, byte[] bytes) throws IOException {
        long before = channel.size();
        try {
            channel.position(before);
            write(channel, ByteBuffer.wrap(bytes));
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    protected void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
