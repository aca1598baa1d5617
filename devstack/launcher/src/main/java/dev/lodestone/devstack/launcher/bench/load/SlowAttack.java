package dev.lodestone.devstack.launcher.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One client that keeps many connections busy with requests that do not end, and opens another when the gateway closes one. */
public final class SlowAttack implements AutoCloseable {
    /** What each connection sends at first, and then each second. */
    public enum Kind {
        BODIES("slow bodies", POST + "Content-Length: 50000\r\n\r\n", " "),
        CHUNKS("bodies in chunks of one byte", POST + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"),
        HEADS("slow heads", POST + "X-Slow: ", "x"),
        IDLE("idle connections", "", "");

        private final String text;
        private final String first;
        private final byte[] trickle;

        Kind(String text, String first, String trickle) {
            this.text = text;
            this.first = first;
            this.trickle = trickle.getBytes(StandardCharsets.US_ASCII);
        }

        /** Whether the gateway answers and closes them, so that it takes a while until they come and go evenly. */
        public boolean isAnswered() {
            return this == BODIES || this == CHUNKS;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final String TOKEN = "{token}";
    private static final String POST =
            "POST /api/points/v1/redemptions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                    + "\r\nContent-Type: application/json\r\n";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int STATUS_LINE_BYTES = "HTTP/1.1 200".length();

    private final int port;
    private final Kind kind;
    private final int connections;
    private final int perSecond;
    private final byte[] first;
    private final List<Socket> sockets = new ArrayList<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Thread thread = new Thread(this::run, "slow-attack");
    private volatile boolean stopped;

    private SlowAttack(int port, Kind kind, String token, int connections, int perSecond) {
        this.port = port;
        this.kind = kind;
        this.connections = connections;
        this.perSecond = perSecond;
        this.first = kind.first.replace(TOKEN, token).getBytes(StandardCharsets.US_ASCII);
    }

    /** Opens {@code perSecond} connections each second until there are {@code connections}. */
    public static SlowAttack start(int port, Kind kind, String token, int connections, int perSecond) {
        SlowAttack attack = new SlowAttack(port, kind, token, connections, perSecond);
        attack.thread.start();
        return attack;
    }

    /** What the gateway has answered so far, and how often. */
    public synchronized Map<String, Integer> answers() {
        return Map.copyOf(answers);
    }

    /** Of the attacker, so far: on a machine of its own it would not take it from the gateway. */
    public Duration processorTime() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void run() {
        while (!stopped) {
            sockets.replaceAll(this::trickle);
            int more = Math.min(perSecond, connections - sockets.size());
            Stream.generate(this::reopen).limit(more).forEach(sockets::add);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Socket trickle(Socket socket) {
        try {
            if (socket.getInputStream().available() >= STATUS_LINE_BYTES) {
                count(new String(socket.getInputStream().readNBytes(STATUS_LINE_BYTES), StandardCharsets.US_ASCII));
                socket.getInputStream().skipNBytes(socket.getInputStream().available());
            }
            socket.getOutputStream().write(kind.trickle);
            return socket;
        } catch (IOException closed) {
            return reopen();
        }
    }

    private Socket reopen() {
        try {
            return open();
        } catch (IOException refused) {
            count("no connection");
            return new Socket();
        }
    }

    private synchronized void count(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(first);
        return socket;
    }
}
