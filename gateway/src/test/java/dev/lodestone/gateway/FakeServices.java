package dev.lodestone.gateway;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real HTTP servers that stand for the four services, and an address called {@code closed} without a listener. The argument
 * {@code without} names a service that is away too.
 */
public class FakeServices implements QuarkusTestResourceLifecycleManager {
    private static final List<String> NAMES = List.of("points", "tier", "community", "recall");

    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final AtomicInteger seen = new AtomicInteger();

    private String without = "";

    @Override
    public void init(Map<String, String> arguments) {
        without = arguments.getOrDefault("without", "");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> routes = new HashMap<>();
        for (String name : NAMES) {
            routes.put("lodestone.gateway.routes." + name, address(name.equals(without) ? closedPort() : serve(name)));
        }
        routes.put("lodestone.gateway.routes.closed", address(closedPort()));
        return routes;
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int serve(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", new FakeService(name, seen));
            server.start();
            servers.add(server);
            return server.getAddress().getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
