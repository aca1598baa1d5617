/** The problem documents that the gateway itself answers with, outside of REST resources. It calls no other package. */
@NullMarked
package dev.lodestone.gateway.refusals;

import org.jspecify.annotations.NullMarked;
