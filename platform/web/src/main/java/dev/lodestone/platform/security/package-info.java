/** Who is calling: the roles of the suite and the member that a token names. */
@NullMarked
package dev.lodestone.platform.security;

import org.jspecify.annotations.NullMarked;
