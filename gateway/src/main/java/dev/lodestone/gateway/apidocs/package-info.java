/**
 * One OpenAPI document and one page for the API of the whole suite, merged from the documents that the services publish, and the AsyncAPI
 * document of the events. It calls {@code upstreams}.
 */
@NullMarked
package dev.lodestone.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
