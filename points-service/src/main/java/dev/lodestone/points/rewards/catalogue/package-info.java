/**
 * The rewards that members buy with points, and their stock. Its entry point is {@link
 * dev.lodestone.points.rewards.catalogue.CatalogueService}. It calls no other package of the
 * service.
 */
@NullMarked
package dev.lodestone.points.rewards.catalogue;

import org.jspecify.annotations.NullMarked;
