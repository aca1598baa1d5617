/**
 * The rewards that points buy, and how many of each are left. Its entry point is {@link
 * dev.lodestone.points.rewards.catalogue.CatalogueService}. It calls {@code audit}.
 */
@NullMarked
package dev.lodestone.points.rewards.catalogue;

import org.jspecify.annotations.NullMarked;
