/**
 * Sends messages to members; email is the only channel so far. Its entry point is {@link dev.lodestone.recall.channels.EmailService}: other
 * packages queue an email in their own transaction, together with the event to publish once it is sent. It reads the address just before it
 * sends, and it locks the member by the profile. It does not know why an email is sent. It calls {@code contacts} and {@code profile}.
 */
@NullMarked
package dev.lodestone.recall.channels;

import org.jspecify.annotations.NullMarked;
