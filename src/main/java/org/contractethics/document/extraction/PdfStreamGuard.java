package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks every compressed stream of a PDF once without keeping it. PDFBox unpacks streams into memory and has no limit of
 * its own, so a few kilobytes could ask for gigabytes.
 */
final class PdfStreamGuard {

    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final byte[] IMAGE = {'/', 'I', 'm', 'a', 'g', 'e'};
    private static final int DICTIONARY_BYTES = 1024;

    /** A page of dense text takes some 100 kB unpacked. */
    private static final long MAX_STREAM_BYTES = 96L * 1024 * 1024;

    private final MappedByteBuffer bytes;
    private final Budget budget;
    private final byte[] sink = new byte[64 * 1024];

    private PdfStreamGuard(MappedByteBuffer bytes, Budget budget) {
        this.bytes = bytes;
        this.budget = budget;
    }

    static void check(Path file, Budget budget) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            new PdfStreamGuard(mapped, budget).checkAll();
        }
    }

    private void checkAll() {
        int at = 0;
        int lastStream = 0;
        while (at + STREAM.length < bytes.limit()) {
            if (bytes.get(at) == 's' && matches(STREAM, at)) {
                int data = skipLineEnd(at + STREAM.length);
                // a picture may be large unpacked, and is never unpacked for its text
                if (!mentionsImage(Math.max(lastStream, at - DICTIONARY_BYTES), at)) {
                    unpack(data);
                }
                lastStream = at;
                at = data;
            } else {
                at++;
            }
        }
    }

    private void unpack(int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes.slice(from, bytes.limit() - from));
            long total = 0;
            for (int count = inflater.inflate(sink); count > 0; count = inflater.inflate(sink)) {
                total += count;
                budget.chargeExpandedBytes(count);
                if (total > MAX_STREAM_BYTES) {
                    throw new LimitHitException("expanded size of a stream");
                }
            }
        } catch (DataFormatException e) {
            // not a compressed stream: it is as large as it looks
        } finally {
            inflater.end();
        }
    }

    private int skipLineEnd(int at) {
        int next = at;
        while (next < bytes.limit() && (bytes.get(next) == '\r' || bytes.get(next) == '\n')) {
            next++;
        }
        return next;
    }

    private boolean mentionsImage(int from, int to) {
        for (int i = from; i + IMAGE.length < to; i++) {
            if (bytes.get(i) == '/' && matches(IMAGE, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(byte[] word, int at) {
        for (int i = 0; i < word.length; i++) {
            if (at + i >= bytes.limit() || bytes.get(at + i) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
