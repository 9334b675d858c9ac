package org.contractethics.record.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Files as nobody wrote them: bits flipped, bytes removed, added, repeated and cut out, up to three times. */
public final class Mutations {

    private static final int REPEATED = 45;
    private static final int CUT = 80;

    private Mutations() {}

    public static byte[] of(byte[] honest, Random random) {
        List<Byte> bytes = new ArrayList<>(honest.length);
        for (byte b : honest) {
            bytes.add(b);
        }
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes && !bytes.isEmpty(); change++) {
            mutate(bytes, random);
        }
        byte[] mutant = new byte[bytes.size()];
        for (int i = 0; i < mutant.length; i++) {
            mutant[i] = bytes.get(i);
        }
        return mutant;
    }

    private static void mutate(List<Byte> bytes, Random random) {
        int at = random.nextInt(bytes.size());
        switch (random.nextInt(5)) {
            case 0 -> bytes.set(at, (byte) (bytes.get(at) ^ (1 << random.nextInt(8))));
            case 1 -> bytes.remove(at);
            case 2 -> bytes.add(at, (byte) random.nextInt(256));
            case 3 -> bytes.addAll(at, List.copyOf(bytes.subList(at, Math.min(at + REPEATED, bytes.size()))));
            default ->
                bytes.subList(at, Math.min(at + 1 + random.nextInt(CUT), bytes.size()))
                        .clear();
        }
    }
}
