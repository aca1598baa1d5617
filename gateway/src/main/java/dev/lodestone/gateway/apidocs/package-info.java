/** The suite's API in one OpenAPI document and one page for people. Reads the services' own documents through {@code routes}. */
@NullMarked
package dev.lodestone.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
