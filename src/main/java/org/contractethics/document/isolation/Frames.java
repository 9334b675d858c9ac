package org.contractethics.document.isolation;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages on a pipe: four bytes with the length, then so many bytes of JSON. A frame that claims to be longer than allowed is
 * refused unread.
 */
final class Frames {

    /** An order is a few names. */
    static final int LONGEST_ORDER = 64 * 1024;

    /** The longest text there may be, twice (as parts and as clauses), with room for characters of several bytes. */
    static final int LONGEST_ANSWER = 96 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Frames() {}

    static void write(OutputStream out, Message message) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(message);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(json.length);
        data.write(json);
        data.flush();
    }

    /** Empty at the end of the stream; an {@link IOException} for anything that is no message of this kind. */
    static <M extends Message> Optional<M> read(InputStream in, Class<M> kind, int longest) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        byte[] rest = in.readNBytes(3);
        if (rest.length < 3) {
            throw new IOException("a torn frame");
        }
        long length = ((long) first << 24) | (rest[0] & 0xFF) << 16 | (rest[1] & 0xFF) << 8 | (rest[2] & 0xFF);
        if (length < 2 || length > longest) {
            throw new ImpossibleAnswerException("a frame of " + length + " bytes");
        }
        return Optional.of(parse(in, kind, (int) length));
    }

    private static <M extends Message> M parse(InputStream in, Class<M> kind, int length) throws IOException {
        byte[] json = in.readNBytes(length);
        if (json.length < length) {
            throw new IOException("a torn frame");
        }
        try {
            M message = MAPPER.readValue(json, kind);
            if (message == null) {
                throw new ImpossibleAnswerException("no message");
            }
            return message;
        } catch (JacksonException e) {
            // without the cause: its message quotes what was read
            throw new ImpossibleAnswerException("a frame that is no message");
        }
    }
}
