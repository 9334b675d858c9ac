package org.contractethics.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** There is room for half of what is added. */
public final class FullDisk extends WholeAppend {

    @Override
    protected void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        channel.write(bytes.slice(0, bytes.remaining() / 2));
        throw new IOException("no space left");
    }
}
