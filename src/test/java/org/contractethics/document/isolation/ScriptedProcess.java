package org.contractethics.document.isolation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Progress.Phase;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.EmbeddedFile;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.extraction.Reading.RecognisedPage;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.isolation.Message.Order;

/** A reading process that does what the file tells it to, as one would that a hostile file has taken over. */
final class ScriptedProcess {

    private ScriptedProcess() {}

    public static void main(String[] arguments) throws IOException {
        ReadingProcess.serve(ScriptedProcess::read);
    }

    static Reading read(Order order, Consumer<Progress> progress) throws IOException {
        String[] script = Files.readString(order.file()).split(" ", 2);
        String argument = script.length > 1 ? script[1] : "";
        return switch (script[0]) {
            case "hang" -> hang();
            case "recognise-and-hang" -> recogniseAndHang(order, progress);
            case "allocate" -> allocate();
            case "recurse" -> said("depth " + recurse(0));
            case "exit" -> exit(Integer.parseInt(argument));
            case "print" -> print(argument);
            case "garbage" -> garbage(argument.getBytes(StandardCharsets.ISO_8859_1));
            case "claim" ->
                garbage(ByteBuffer.allocate(4)
                        .putInt(Integer.parseInt(argument))
                        .array());
            case "long" -> said("x".repeat(Integer.parseInt(argument)));
            case "nul" -> said("a\0b");
            case "wrong-offsets" ->
                new Text(
                        List.of(new PartText("body", "abc")),
                        List.of(new ClauseText(0, "", "", List.of(), null, "xyz", 0, null, 0, 3)),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
            case "confident" ->
                new Text(
                        List.of(new PartText("body", "abc")),
                        List.of(),
                        1,
                        List.of(),
                        List.of(),
                        List.of(new RecognisedPage(1, 101)),
                        List.of());
            case "say-nothing" -> holding(List.of(), List.of());
            case "say-a-gap" -> holding(List.of(argument), List.of());
            case "embed-only" ->
                holding(
                        List.of(),
                        List.of(new EmbeddedFile(
                                "a", Files.writeString(order.scratch().resolve("found"), argument))));
            case "embed" -> embedded(Path.of(argument));
            case "embed-inside" -> embedded(Files.writeString(order.scratch().resolve("found"), "inner"));
            case "embed-link" ->
                embedded(Files.createSymbolicLink(order.scratch().resolve("link"), Path.of(argument)));
            case "environment" -> said(new TreeMap<>(System.getenv()).toString());
            case "properties" -> said(System.getProperties().toString());
            case "folder" -> said(Path.of("").toAbsolutePath().toString());
            case "password" -> said(String.valueOf(order.password()));
            case "process" -> said(Long.toString(ProcessHandle.current().pid()));
            default -> said(attempt(script[0], argument));
        };
    }

    private static Text said(String words) {
        return new Text(
                List.of(new PartText("body", words)), List.of(), null, List.of(), List.of(), List.of(), List.of());
    }

    /** What a file says that has no words of its own. */
    private static Text holding(List<String> gaps, List<EmbeddedFile> embedded) {
        return new Text(List.of(), List.of(), null, gaps, embedded, List.of(), List.of());
    }

    private static Text embedded(Path file) {
        return new Text(
                List.of(new PartText("body", "words")),
                List.of(),
                null,
                List.of(),
                List.of(new EmbeddedFile("a", file)),
                List.of(),
                List.of());
    }

    private static Reading hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            return hang();
        }
        return said("never");
    }

    private static Reading recogniseAndHang(Order order, Consumer<Progress> progress) {
        if (order.recognition() == null) {
            return said("without recognition");
        }
        progress.accept(new Progress(Phase.RECOGNISING, 1, 2));
        return hang();
    }

    private static Reading allocate() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < 10_000) {
            kept.add(new byte[1024 * 1024]);
        }
        return said(kept.size() + " MB");
    }

    private static int recurse(int depth) {
        return depth < Integer.MAX_VALUE ? recurse(depth + 1) + 1 : depth;
    }

    private static Reading exit(int code) {
        Runtime.getRuntime().halt(code);
        return said("never");
    }

    private static Reading print(String words) {
        System.out.println(words);
        return said("printed");
    }

    private static Reading garbage(byte[] bytes) throws IOException {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        out.write(bytes);
        out.flush();
        return hang();
    }

    /** Tries something a reading process must not do; says what came of it. */
    private static String attempt(String what, String argument) {
        try {
            switch (what) {
                case "socket" -> new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(argument)).close();
                case "channel" ->
                    SocketChannel.open(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(argument)))
                            .close();
                case "listen" -> new ServerSocket(0).close();
                case "url" ->
                    URI.create("http://127.0.0.1:" + argument + "/")
                            .toURL()
                            .openStream()
                            .close();
                case "datagram" -> sendDatagram(Integer.parseInt(argument));
                case "name" -> InetAddress.getByName(argument);
                case "read" -> Files.readString(Path.of(argument));
                case "write" -> Files.writeString(Path.of(argument), "x");
                case "start" -> new ProcessBuilder(argument).start();
                case "unguard" -> unguard();
                default -> throw new IllegalArgumentException(what);
            }
            return "done";
        } catch (Exception e) {
            return "refused: " + e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
    }

    private static void sendDatagram(int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(
                    new DatagramPacket(new byte[1], 1, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        }
    }

    @SuppressWarnings("removal") // what a file that took the process over would try first
    private static void unguard() {
        System.setSecurityManager(null);
    }
}
