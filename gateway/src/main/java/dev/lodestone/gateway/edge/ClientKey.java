package dev.lodestone.gateway.edge;

import io.netty.util.NetUtil;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.net.SocketAddress;
import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The client of a request: the subject of the token, or the address without a verified token. */
final class ClientKey {
    /** Bytes of the network prefix of an IPv6 address; one subscriber owns all addresses of the network. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientKey() {}

    static String of(SecurityIdentity identity) {
        Principal principal = identity.getPrincipal();
        String subject = principal instanceof JsonWebToken token ? token.getSubject() : null;
        return "subject:" + (subject == null ? principal.getName() : subject);
    }

    /** When the token of the client ends. */
    static Optional<Instant> expiry(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0
                ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
                : Optional.empty();
    }

    static String of(@Nullable SocketAddress address) {
        if (address == null || address.hostAddress() == null) {
            return "address:unknown";
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address.hostAddress());
        if (bytes == null || bytes.length <= 4) {
            return "address:" + address.hostAddress();
        }
        return "address:" + HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES)) + "/64";
    }
}
