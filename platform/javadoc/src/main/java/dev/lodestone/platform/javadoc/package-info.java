/**
 * Keeps Javadoc beyond the compiler: comments are not in class files, but the OpenAPI document needs them. Runs in the compiler only. Its
 * entry point is {@link dev.lodestone.platform.javadoc.JavadocProcessor}. It calls no other package.
 */
@NullMarked
package dev.lodestone.platform.javadoc;

import org.jspecify.annotations.NullMarked;
