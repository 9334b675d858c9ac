package org.contractethics.search.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A line to the cluster that can be cut: while it is, nothing answers at its port. It can also be slow. */
final class Breakable implements Closeable {

    private final URI cluster;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private @Nullable ServerSocket door;
    private volatile boolean slow;

    Breakable(String cluster) throws IOException {
        this.cluster = URI.create(cluster);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** From now on answers come one byte a second. */
    void slowDown() {
        slow = true;
    }

    synchronized void mend() throws IOException {
        slow = false;
        if (door == null) {
            var opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            door = opened;
            inBackground(() -> {
                while (true) {
                    connect(opened, opened.accept());
                }
            });
        }
    }

    synchronized void cut() throws IOException {
        if (door != null) {
            door.close();
            door = null;
        }
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    /** A call that comes in while the line is being cut must not get through. */
    private synchronized void connect(ServerSocket through, Socket near) throws IOException {
        if (door != through) {
            near.close();
            return;
        }
        Socket far = new Socket(cluster.getHost(), cluster.getPort());
        open.addAll(List.of(near, far));
        inBackground(() -> copy(near.getInputStream(), far.getOutputStream()));
        inBackground(() -> answer(far.getInputStream(), near.getOutputStream()));
    }

    private void answer(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[8192];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            int written = 0;
            for (; slow && written < n; written++) {
                out.write(piece, written, 1);
                LockSupport.parkNanos(1_000_000_000L);
            }
            out.write(piece, written, n - written);
        }
        out.close();
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        in.transferTo(out);
        out.close();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                // the line was cut, which is what it is for
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
