/**
 * One OpenAPI document and one page for the API of the whole suite. It merges the documents that the services publish. It calls
 * {@code routes}.
 */
@NullMarked
package dev.lodestone.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
