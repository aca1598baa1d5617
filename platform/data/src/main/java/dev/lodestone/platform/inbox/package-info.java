/** How events come in: decoded in batches, each once in effect, the hopeless ones set aside with their reason. */
@NullMarked
package dev.lodestone.platform.inbox;

import org.jspecify.annotations.NullMarked;
