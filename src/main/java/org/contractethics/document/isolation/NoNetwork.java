package org.contractethics.document.isolation;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketImplFactory;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the sockets of {@code java.net} and every network protocol of {@code URL} away from this process, for good. Parsers
 * that follow a link in a file use these. Channels of {@code java.nio} are refused by {@link FileGuard} where Java still has a
 * security manager, and by the operating system where {@link NetworkNamespace} is available.
 */
final class NoNetwork {

    private static final Set<String> LOCAL = Set.of("file", "jar", "jrt", "nested");

    private NoNetwork() {}

    static void refuse() throws IOException {
        SocketImplFactory none = NoNetwork::refused;
        takeSockets(none);
        ProxySelector.setDefault(new Nowhere());
        URL.setURLStreamHandlerFactory(protocol -> LOCAL.contains(protocol) ? null : new Refusing());
    }

    @SuppressWarnings("deprecation") // the only switch that plain Java has for this
    private static void takeSockets(SocketImplFactory none) throws IOException {
        Socket.setSocketImplFactory(none);
        ServerSocket.setSocketFactory(none);
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw new SecurityException("files are read without network");
        });
    }

    private static SocketImpl refused() {
        throw new SecurityException("files are read without network");
    }

    private static final class Refusing extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL address) throws IOException {
            throw new SocketException("files are read without network");
        }
    }

    private static final class Nowhere extends ProxySelector {

        @Override
        public List<Proxy> select(URI address) {
            throw new SecurityException("files are read without network");
        }

        @Override
        public void connectFailed(URI address, @Nullable SocketAddress proxy, @Nullable IOException failure) {}
    }
}
