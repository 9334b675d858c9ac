package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R6: numbers are written as RFC 8785 says. The sequence and its sums are those of cyberphone/json-canonicalization. */
class CanonicalNumbersTests {

    private static final int SERIAL = 2_000;
    private static final long FIRST_SERIAL = 0x0010000000000000L;

    @ParameterizedTest
    @CsvSource({
        "1000,   be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687",
        "10000,  b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892",
        "100000, 22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7",
    })
    void so_many_numbers_have_the_public_sum(int count, String sum) throws IOException, NoSuchAlgorithmException {
        List<Long> numbers = numbers(count);
        StringBuilder json = new StringBuilder("[");
        numbers.forEach(bits -> json.append(json.length() > 1 ? "," : "").append(Double.longBitsToDouble(bits)));
        String canonical = new String(CanonicalBody.canonical(json.append(']').toString()), StandardCharsets.UTF_8);
        String[] written = canonical.substring(1, canonical.length() - 1).split(",", -1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(Long.toHexString(numbers.get(i)))
                    .append(',')
                    .append(written[i])
                    .append('\n');
        }

        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(sum);
    }

    /** The library would round it; what becomes an entry never gets so far. */
    @Test
    void beyond_53_bits_the_library_alone_would_take_two_integers_for_one() {
        assertThat(CanonicalBody.canonical("[9007199254740993]"))
                .isEqualTo(CanonicalBody.canonical("[9007199254740992]"));
    }

    /** Edge cases, then subnormal ones in order, then whatever the chain of hashes over zeros gives. */
    private static List<Long> numbers(int count) throws IOException, NoSuchAlgorithmException {
        List<Long> numbers = new ArrayList<>(edgeCases());
        for (int i = 0; i < SERIAL; i++) {
            numbers.add(FIRST_SERIAL + i);
        }
        byte[] block = new byte[32];
        while (numbers.size() < count) {
            block = MessageDigest.getInstance("SHA-256").digest(block);
            ByteBuffer drawn = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
            while (drawn.hasRemaining()) {
                long bits = drawn.getLong();
                double value = Double.longBitsToDouble(bits);
                if (value != 0 && Double.isFinite(value)) {
                    numbers.add(bits);
                }
            }
        }
        return numbers.subList(0, count);
    }

    private static List<Long> edgeCases() throws IOException {
        try (InputStream in = CanonicalNumbersTests.class.getResourceAsStream("/record/jcs/numbers.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            List<Long> numbers = new ArrayList<>();
            for (String hex : text.strip().split("\\s+", -1)) {
                numbers.add(Long.parseUnsignedLong(hex, 16));
            }
            return numbers;
        }
    }
}
