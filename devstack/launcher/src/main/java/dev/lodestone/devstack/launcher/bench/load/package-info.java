/** What the benches load the services with: HTTP clients, orders, tokens, and a client that means harm. Knows nothing of what is measured. */
@NullMarked
package dev.lodestone.devstack.launcher.bench.load;

import org.jspecify.annotations.NullMarked;
