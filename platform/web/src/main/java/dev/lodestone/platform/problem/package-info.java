/**
 * Every error that leaves a service, as an RFC 9457 problem. Packages throw {@link dev.lodestone.platform.problem.ProblemException}. It calls
 * {@code parameter}.
 */
@NullMarked
package dev.lodestone.platform.problem;

import org.jspecify.annotations.NullMarked;
