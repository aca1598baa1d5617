/**
 * Converts path and query parameters to the types of a resource method; a refusal names the parameter. Works by
 * itself for every resource. {@link dev.lodestone.platform.parameter.Patterns} has the forms of texts that several take. It calls
 * {@code time}.
 */
@NullMarked
package dev.lodestone.platform.parameter;

import org.jspecify.annotations.NullMarked;
