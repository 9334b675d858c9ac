package org.contractethics.document.reference;

/** Roman numbers up to 89, as articles are counted. */
final class Roman {

    private Roman() {}

    /** The value; 0 where it is none. */
    static int value(String token) {
        int value = 0;
        int last = 0;
        for (int i = token.length() - 1; i >= 0; i--) {
            int digit =
                    switch (token.charAt(i)) {
                        case 'i' -> 1;
                        case 'v' -> 5;
                        case 'x' -> 10;
                        case 'l' -> 50;
                        default -> 0;
                    };
            if (digit == 0) {
                return 0;
            }
            value += digit < last ? -digit : digit;
            last = Math.max(last, digit);
        }
        return value;
    }
}
