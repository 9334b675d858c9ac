package org.contractethics.access.internal.anonymous;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Turns the network of a client, or the account of somebody signed in, into a number for one day. The salt is random, lives in memory and is replaced every day: afterwards
 * nobody can compute the number of an address again, and before that only this process can.
 */
@Component
class ClientKeys {

    static final String ATTRIBUTE = ClientKeys.class.getName() + ".key";

    private static final String NOWHERE = "nowhere";
    private static final int SALT_BYTES = 32;
    private static final int IPV4_PREFIX = 3;
    private static final int IPV6_PREFIX = 8;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private LocalDate day = LocalDate.MIN;
    private byte[] salt = new byte[0];

    ClientKeys(Clock clock) {
        this.clock = clock;
    }

    String keyOf(String address) {
        return number(network(address));
    }

    /** The same for somebody who is signed in, from whatever address they come. */
    String keyOfAccount(String account) {
        return number(("account " + account).getBytes(StandardCharsets.UTF_8));
    }

    private String number(byte[] client) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(saltOfToday(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(client));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }

    private synchronized byte[] saltOfToday() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
        }
        return salt;
    }

    /** The /24 or /64 it lies in: an address says too much, and one person can have many of a network. */
    private static byte[] network(String address) {
        if (!address.matches("[0-9a-fA-F.:]+(%.*)?")) {
            return NOWHERE.getBytes(StandardCharsets.US_ASCII);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Arrays.copyOf(bytes, bytes.length == 4 ? IPV4_PREFIX : IPV6_PREFIX);
        } catch (UnknownHostException e) {
            return NOWHERE.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
