/** The demo data of a running suite, and a client that uses it like a user: by the gateway, with a token of Keycloak. */
@NullMarked
package dev.lodestone.devstack.launcher.demo;

import org.jspecify.annotations.NullMarked;
