package dev.lodestone.devstack.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a free port of the loopback interface. */
public final class FreePort {

    private FreePort() {}

    /** A port that was free a moment ago; another process may still take it first. */
    public static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The wanted port, or a free one when the wanted one is 0. */
    static int orFind(int wanted) throws IOException {
        return wanted == 0 ? find() : wanted;
    }
}
