/** The daily check-in and its streak. No other package calls this one. It calls {@code members}. */
@NullMarked
package dev.lodestone.community.challenges;

import org.jspecify.annotations.NullMarked;
