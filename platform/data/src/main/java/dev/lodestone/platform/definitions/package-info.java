/**
 * Definitions: documents in numbered versions that operators draft, propose, approve, publish and roll back, such as rules. A published
 * version never changes. This package knows the life of a version and the differences of two; the document, its checks and its table belong
 * to the caller. Its entry points are {@link dev.lodestone.platform.definitions.Lifecycle} and {@link
 * dev.lodestone.platform.definitions.DifferenceView}. It calls {@code approvals}.
 */
@NullMarked
package dev.lodestone.platform.definitions;

import org.jspecify.annotations.NullMarked;
