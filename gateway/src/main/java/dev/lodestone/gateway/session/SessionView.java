package dev.lodestone.gateway.session;

import java.util.List;

/**
 * Who is signed in.
 *
 * {@snippet lang=json :
 * {"subject": "4f0c2f8e-6a52-4a3f-9d7b-0b7f5f7f2b11", "name": "Olivia Chen", "username": "olivia", "roles": ["campaigns", "rules"]}
 * }
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
