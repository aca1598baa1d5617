/** What a newcomer finds in a suite that is up, and a client that enters it as people do: by the gateway, with a token of Keycloak. */
@NullMarked
package dev.lodestone.devstack.launcher.demo;

import org.jspecify.annotations.NullMarked;
