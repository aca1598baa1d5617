package dev.lodestone.devstack.launcher.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * One client that keeps many connections busy with bodies that do not end: each gets a byte a second, and when the gateway closes one, the
 * client opens another.
 */
final class SlowBodyAttack implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int STATUS_LINE_BYTES = "HTTP/1.1 200".length();

    private final int port;
    private final byte[] head;
    private final List<Socket> sockets = new ArrayList<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Thread thread = new Thread(this::run, "slow-body-attack");
    private volatile boolean stopped;

    private SlowBodyAttack(int port, String token) {
        this.port = port;
        this.head = ("POST /api/points/v1/redemptions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns when all connections are open. */
    static SlowBodyAttack start(int port, String token, int connections) throws IOException {
        SlowBodyAttack attack = new SlowBodyAttack(port, token);
        for (int connection = 0; connection < connections; connection++) {
            attack.sockets.add(attack.open());
        }
        attack.thread.start();
        return attack;
    }

    /** What the gateway has answered so far, and how often. */
    synchronized Map<String, Integer> answers() {
        return Map.copyOf(answers);
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
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Socket trickle(Socket socket) {
        try {
            if (socket.getInputStream().available() >= STATUS_LINE_BYTES) {
                count(new String(socket.getInputStream().readNBytes(STATUS_LINE_BYTES), StandardCharsets.US_ASCII));
                socket.getInputStream().skipNBytes(socket.getInputStream().available());
            }
            socket.getOutputStream().write(' ');
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
        socket.getOutputStream().write(head);
        return socket;
    }
}
