/**
 * Completes the OpenAPI document at build time from the Javadoc of resources and records: summaries, descriptions, parameters, errors and
 * examples. Its entry point is {@link dev.lodestone.platform.openapi.JavadocFilter}. It calls no other package.
 */
@NullMarked
package dev.lodestone.platform.openapi;

import org.jspecify.annotations.NullMarked;
