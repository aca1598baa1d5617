/**
 * Who is calling: the roles of the suite and the member that a token names. Its entry points are {@link
 * dev.lodestone.platform.security.Caller} and {@link dev.lodestone.platform.security.Role}. It calls {@code problem}.
 */
@NullMarked
package dev.lodestone.platform.security;

import org.jspecify.annotations.NullMarked;
