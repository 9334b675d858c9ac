package org.contractethics.webhook.internal;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may go: to public addresses over https. The addresses of a name are looked up and judged at the moment of
 * connecting, so a name that is pointed into our network later reaches nothing.
 */
@Component
class WebhookAddresses implements DnsResolver {

    private static final int LONGEST = 500;
    private static final int HIGHEST_PORT = 65_535;

    private final WebhookSettings settings;

    WebhookAddresses(WebhookSettings settings) {
        this.settings = settings;
    }

    /** Why webhooks cannot be sent to this address, in a whole sentence; empty where they can. */
    Optional<String> objection(String typed) {
        URI url = parsed(typed).orElse(null);
        if (url == null || url.getHost() == null || typed.length() > LONGEST) {
            return Optional.of("Give the whole address, for example https://contracts.example.org/hooks.");
        }
        if (!schemeAllowed(url)) {
            return Optional.of("Give an address that begins with https://.");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("Leave user names, passwords and # out of the address. Deliveries are signed instead.");
        }
        if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            return Optional.of("Give a port from 1 to 65535, or leave it out.");
        }
        try {
            resolve(host(url));
            return Optional.empty();
        } catch (UnknownHostException refused) {
            return Optional.of(
                    "This address cannot be found, or it lies in a private network, where webhooks are not sent.");
        }
    }

    static Optional<URI> parsed(String typed) {
        try {
            return Optional.of(new URI(typed));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private boolean schemeAllowed(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (settings.allowHttp() && scheme.equals("http"));
    }

    private static String host(URI url) {
        return url.getHost().replaceAll("^\\[|]$", "");
    }

    /** Refuses a host as soon as one of its addresses is not public. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (!settings.allowPrivateAddresses() && !Arrays.stream(found).allMatch(WebhookAddresses::isPublic)) {
            throw new UnknownHostException("not a public address");
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        resolve(host);
        return host;
    }

    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (special) {
            return false;
        }
        return address instanceof Inet4Address ? isPublic4(address.getAddress()) : isPublic6((Inet6Address) address);
    }

    /** Leaves out "this network", shared address space, protocol assignments, benchmarks, documentation and what is reserved. */
    private static boolean isPublic4(byte[] address) {
        int a = Byte.toUnsignedInt(address[0]);
        int b = Byte.toUnsignedInt(address[1]);
        int c = Byte.toUnsignedInt(address[2]);
        return a != 0
                && a < 240
                && !(a == 100 && b >= 64 && b < 128)
                && !(a == 192 && b == 0 && (c == 0 || c == 2))
                && !(a == 198 && (b == 18 || b == 19))
                && !(a == 198 && b == 51 && c == 100)
                && !(a == 203 && b == 0 && c == 113);
    }

    /** Only global unicast, and none that leads back to an IPv4 address: 6to4, Teredo; nor documentation. */
    private static boolean isPublic6(Inet6Address address) {
        byte[] bytes = address.getAddress();
        int first = (Byte.toUnsignedInt(bytes[0]) << 8) | Byte.toUnsignedInt(bytes[1]);
        int second = (Byte.toUnsignedInt(bytes[2]) << 8) | Byte.toUnsignedInt(bytes[3]);
        boolean global = (first & 0xe000) == 0x2000;
        return global && first != 0x2002 && !(first == 0x2001 && (second == 0 || second == 0x0db8));
    }
}
