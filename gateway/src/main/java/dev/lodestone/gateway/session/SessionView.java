package dev.lodestone.gateway.session;

import java.util.List;

/**
 * Who is signed in.
 *
 * @param subject stable name in the audit trail
 * @param name for people to read
 * @param username as typed when signing in
 * @param roles of the token: capabilities, and others that the suite does not know
 */
record SessionView(String subject, String name, String username, List<String> roles) {
    SessionView {
        roles = List.copyOf(roles);
    }
}
