/**
 * Writes to members, by email so far. Its door is {@link dev.lodestone.recall.channels.EmailService}: other rooms queue an email in their own
 * transaction, together with the event to be told once it is sent. It asks contacts for the address at the last moment and profile for the
 * member's lock; it never knows why it writes.
 */
@NullMarked
package dev.lodestone.recall.channels;

import org.jspecify.annotations.NullMarked;
